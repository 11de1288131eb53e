package dev.authgate.spring.autoconfigure.authenticator;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;
import org.springframework.util.ClassUtils;

/**
 * Encodes and compares passwords with Spring Security's encoders, leaving out those that
 * protect nothing.
 * <p>
 * Safe for use by several threads.
 */
final class Passwords {

	private static final Log logger = LogFactory.getLog(Passwords.class);

	private static final String DEFAULT_ID = "bcrypt";

	private static final int DECOY_BYTES = 16;

	// A salt of 16 bytes and a hash of 32.
	private static final Pattern PBKDF2 = Pattern.compile("[0-9a-fA-F]{96}");

	private final PasswordEncoder encoder;

	private final @Nullable Map<String, PasswordEncoder> byId;

	private Passwords(PasswordEncoder encoder, @Nullable Map<String, PasswordEncoder> byId) {
		this.encoder = encoder;
		this.byId = byId;
	}

	static Passwords of(@Nullable PasswordEncoder ofTheApplication) {
		if (ofTheApplication != null) {
			return new Passwords(ofTheApplication, null);
		}
		Map<String, PasswordEncoder> byId = new LinkedHashMap<>();
		byId.put(DEFAULT_ID, new BCryptPasswordEncoder());
		byId.put("pbkdf2@SpringSecurity_v5_8", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());
		if (ClassUtils.isPresent("org.bouncycastle.crypto.generators.SCrypt", Passwords.class.getClassLoader())) {
			byId.put("scrypt@SpringSecurity_v5_8", SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8());
			byId.put("argon2@SpringSecurity_v5_8", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
		}
		return new Passwords(new DelegatingPasswordEncoder(DEFAULT_ID, byId), byId);
	}

	boolean matches(Secret password, Secret encoded) {
		return this.encoder.matches(password.reveal(), encoded.reveal());
	}

	Secret decoy() {
		byte[] random = new byte[DECOY_BYTES];
		new SecureRandom().nextBytes(random);
		return encode(Base64.getEncoder().encodeToString(random));
	}

	Secret encoded(Secret configured, String where) {
		String text = configured.reveal();
		int end = text.indexOf('}');
		if (!text.startsWith("{") || end < 0) {
			logger.warn(where + " is not encoded; write it with the id of its encoding in front, for example {"
					+ DEFAULT_ID + "}…");
			return encode(text);
		}
		if (this.byId != null) {
			requireEncoded(text.substring(end + 1), text.substring(1, end), this.byId, where);
		}
		return configured;
	}

	private static void requireEncoded(String encoded, String id, Map<String, PasswordEncoder> byId, String where) {
		PasswordEncoder encoder = byId.get(id);
		if (encoder == null) {
			throw new MisconfigurationException(where + " is encoded in a way that is not known or protects nothing.",
					"Encode it with one of " + String.join(", ", byId.keySet())
							+ " (scrypt and argon2 need org.bouncycastle:bcprov-jdk18on).");
		}
		if (!isEncoded(encoded, encoder)) {
			throw new MisconfigurationException(
					where + " begins with {" + id + "}, and what follows is not encoded that way.",
					"Encode it, or write it plain and without {" + id + "}: then it is encoded at start.");
		}
	}

	// Otherwise nobody could log in, and the password would lie there in plain text.
	private static boolean isEncoded(String encoded, PasswordEncoder encoder) {
		if (encoder instanceof Pbkdf2PasswordEncoder) {
			return PBKDF2.matcher(encoded).matches();
		}
		try {
			encoder.upgradeEncoding(encoded);
			return !encoded.isEmpty();
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private Secret encode(String password) {
		String encoded = this.encoder.encode(password);
		if (encoded == null) {
			throw new IllegalStateException("The password encoder encodes nothing");
		}
		return Secret.of(encoded);
	}

}
