package dev.authgate.jwt.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Refuses secrets that are short, publicly known or easy to guess.
 * <p>
 * Anybody can try secrets against one captured token as fast as hardware allows, and
 * those of tutorials are tried first.
 */
final class SecretStrength {

	private static final String BASE64_PREFIX = "base64:";

	private static final String ADVICE = ". Make one with 'openssl rand -base64 48' and keep it out of the source code.";

	private static final int MIN_UNGUESSABLE = 12;

	// Letters and digits alone, in lower case: the keys of RFC 7515 appendix A.1 and RFC
	// 7520 section 3.5, then those that countless tutorials copied from each other.
	private static final List<String> PUBLIC_EXAMPLES = List.of(
			"aym1sysppbydfgzld3umj1qzkobwvmkoqqestjqlrt1qs0gzh75aktmn3yj0ips4hcguutwjazzr1z9caow",
			"hjtxiz2usn5kbqfbttnwbpdmhkv8fjgonbc6mxccyg",
			"404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970",
			"09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7");

	// What placeholders are made of; a longer word stands before those it contains.
	private static final List<String> WORDS = List.of("placeholder", "development", "generation", "characters",
			"notasecret", "production", "changeit", "changeme", "bezkoder", "password", "insecure", "default",
			"example", "replace", "signing", "minimum", "enough", "secure", "secret", "qwerty", "random", "change",
			"please", "sample", "spring", "string", "should", "access", "super", "token", "admin", "valid", "which",
			"least", "dummy", "chars", "test", "this", "that", "your", "must", "very", "with", "long", "here", "some",
			"bits", "byte", "demo", "auth", "prod", "only", "hmac", "jwt", "key", "dev", "the", "for", "not", "bit",
			"sha", "256", "384", "512", "my", "is", "at", "in", "be", "to", "me");

	private SecretStrength() {
	}

	static byte[] bytesOf(Secret secret, JwtAlgorithm algorithm) {
		byte[] bytes = secret.reveal().startsWith(BASE64_PREFIX) ? decoded(secret.reveal()) : secret.utf8();
		String problem = problemOf(secret.reveal(), bytes, algorithm);
		if (problem != null) {
			throw new IllegalArgumentException("The JWT secret " + problem + ADVICE);
		}
		return bytes;
	}

	private static byte[] decoded(String text) {
		String encoded = text.substring(BASE64_PREFIX.length());
		byte[] bytes = decodedOrEmpty(encoded);
		if (!Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
			throw new IllegalArgumentException(
					"The JWT secret starts with 'base64:' and is not padded standard Base64" + ADVICE);
		}
		return bytes;
	}

	// The decoder's own message would tell a character of the secret.
	private static byte[] decodedOrEmpty(String encoded) {
		try {
			return Base64.getDecoder().decode(encoded);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private static @Nullable String problemOf(String text, byte[] bytes, JwtAlgorithm algorithm) {
		int unguessable = unguessableIn(new String(bytes, StandardCharsets.ISO_8859_1));
		if (bytes.length == 0) {
			return "is empty";
		}
		if (unguessable == 0 || isPublicExample(text)) {
			return "is a known placeholder or public example";
		}
		if (bytes.length < algorithm.minSecretBytes()) {
			return "has " + bytes.length + " bytes, and " + algorithm + " needs at least " + algorithm.minSecretBytes();
		}
		return (unguessable < MIN_UNGUESSABLE || isRepetition(bytes)) ? "is easy to guess" : null;
	}

	private static boolean isPublicExample(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			if (Character.isLetterOrDigit(text.charAt(i))) {
				plain.append(Character.toLowerCase(text.charAt(i)));
			}
		}
		return PUBLIC_EXAMPLES.stream().anyMatch((example) -> plain.indexOf(example) >= 0);
	}

	// Counts what is left without the words of placeholders, without punctuation, and
	// without runs such as "000" and "abc", which only pad.
	private static int unguessableIn(String text) {
		String rest = text.toLowerCase(Locale.ROOT);
		for (String word : WORDS) {
			rest = rest.replace(word, " ");
		}
		int count = 0;
		char previous = 0;
		for (int i = 0; i < rest.length(); i++) {
			char c = rest.charAt(i);
			boolean punctuation = c >= ' ' && c <= '~' && !Character.isLetterOrDigit(c);
			count += (punctuation || Math.abs(c - previous) <= 1) ? 0 : 1;
			previous = c;
		}
		return count;
	}

	private static boolean isRepetition(byte[] bytes) {
		for (int period = 1; period <= bytes.length / 2; period++) {
			int i = period;
			while (i < bytes.length && bytes[i] == bytes[i - period]) {
				i++;
			}
			if (i == bytes.length) {
				return true;
			}
		}
		return false;
	}

}
