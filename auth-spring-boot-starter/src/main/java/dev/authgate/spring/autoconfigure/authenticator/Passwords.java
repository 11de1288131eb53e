package dev.authgate.spring.autoconfigure.authenticator;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import dev.authgate.account.password.BoundedPasswordEncoding;
import dev.authgate.account.password.NormalizedPasswordEncoding;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordTooLongException;
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

/**
 * Encodes and compares passwords with Spring Security's encoders, leaving out those that
 * protect nothing.
 * <p>
 * Safe for use by several threads.
 */
final class Passwords {

	private static final Log logger = LogFactory.getLog(Passwords.class);

	private static final String DEFAULT_ID = "argon2";

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	// What OWASP asks for at least: 19 MiB, twice, in one lane.
	private static final int MEMORY_KIB = 19 * 1024;

	private static final int ITERATIONS = 2;

	private static final int LANES = 1;

	// Each block of a kibibyte is an array with a header.
	private static final long BYTES_EACH = MEMORY_KIB * 1056L;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final String REPLACEMENT = "\ufffd";

	private static final int DECOY_BYTES = 16;

	// A salt of 16 bytes and a hash of 32.
	private static final Pattern PBKDF2 = Pattern.compile("[0-9a-fA-F]{96}");

	private static final Pattern LONE_SURROGATE = Pattern.compile("[\\x{d800}-\\x{dfff}]");

	private final AtomicBoolean unknown = new AtomicBoolean();

	private final AtomicReference<@Nullable Secret> decoy = new AtomicReference<>();

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
		byId.put(DEFAULT_ID, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS));
		byId.put("argon2@SpringSecurity_v5_8", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
		byId.put("bcrypt", new BCryptPasswordEncoder());
		byId.put("pbkdf2@SpringSecurity_v5_8", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());
		byId.put("scrypt@SpringSecurity_v5_8", SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8());
		return new Passwords(new DelegatingPasswordEncoder(DEFAULT_ID, byId), byId);
	}

	/**
	 * Gives the encoding that all who judge passwords share: of the normal form, by as
	 * many threads at once as the heap has room for.
	 */
	PasswordEncoding shared() {
		Runtime machine = Runtime.getRuntime();
		int permits = BoundedPasswordEncoding.permits(machine.maxMemory(), BYTES_EACH, machine.availableProcessors());
		return new NormalizedPasswordEncoding(new BoundedPasswordEncoding(new Unbounded(this), permits, PATIENCE));
	}

	// Half a surrogate pair is no character: some encoders fail on it, others take it for
	// a question mark. It costs as much as any other password, and is wrong.
	boolean matches(Secret password, Secret encoded) {
		String typed = password.reveal();
		String text = LONE_SURROGATE.matcher(typed).replaceAll(REPLACEMENT);
		return isRight(text, encoded) && text.equals(typed);
	}

	// A row in an encoding that nobody knows must not be told from a wrong password,
	// neither by the answer nor by the time.
	private boolean isRight(String text, Secret encoded) {
		try {
			return this.encoder.matches(text, encoded.reveal());
		}
		catch (IllegalArgumentException ex) {
			if (!this.unknown.getAndSet(true)) {
				logger.error("A stored password is in no known encoding, and nobody can log in with it (logged once)");
			}
			this.encoder.matches(text, decoy().reveal());
			return false;
		}
	}

	Secret encode(Secret password) {
		String encoded;
		try {
			encoded = this.encoder.encode(password.reveal());
		}
		catch (IllegalArgumentException ex) {
			throw new PasswordTooLongException();
		}
		if (encoded == null) {
			throw new IllegalStateException("The password encoder encodes nothing");
		}
		return Secret.of(encoded);
	}

	boolean needsUpgrade(Secret encoded) {
		return this.encoder.upgradeEncoding(encoded.reveal());
	}

	Secret decoy() {
		Secret made = this.decoy.get();
		if (made == null) {
			made = newDecoy();
			this.decoy.set(made);
		}
		return made;
	}

	private Secret newDecoy() {
		byte[] random = new byte[DECOY_BYTES];
		new SecureRandom().nextBytes(random);
		return encode(Secret.of(Base64.getEncoder().encodeToString(random)));
	}

	Secret encoded(Secret configured, String where) {
		String text = configured.reveal();
		int end = text.indexOf('}');
		if (!isEncoded(configured)) {
			logger.warn(where + " is not encoded; write it with the id of its encoding in front, for example {"
					+ DEFAULT_ID + "}…");
			return encodedNow(configured, where);
		}
		if (this.byId != null) {
			requireEncoded(text.substring(end + 1), text.substring(1, end), this.byId, where);
		}
		return configured;
	}

	// What has the id of an encoding in front.
	static boolean isEncoded(Secret configured) {
		return configured.reveal().startsWith("{") && configured.reveal().indexOf('}') > 0;
	}

	private Secret encodedNow(Secret configured, String where) {
		try {
			return new NormalizedPasswordEncoding(new Unbounded(this)).encode(configured);
		}
		catch (PasswordTooLongException ex) {
			throw new MisconfigurationException(
					where + " is longer than the password encoder of the application takes.", "Set a shorter one.");
		}
	}

	private static void requireEncoded(String encoded, String id, Map<String, PasswordEncoder> byId, String where) {
		PasswordEncoder encoder = byId.get(id);
		if (encoder == null) {
			throw new MisconfigurationException(where + " is encoded in a way that is not known or protects nothing.",
					"Encode it with one of " + String.join(", ", byId.keySet()) + ".");
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

	/**
	 * The encoding without its bound. The bean of these passwords must not be one itself:
	 * an encoding that is there already takes the place of the shared one.
	 *
	 * @param passwords the passwords
	 */
	private record Unbounded(Passwords passwords) implements PasswordEncoding {

		@Override
		public boolean matches(Secret password, Secret encoded) {
			return this.passwords.matches(password, encoded);
		}

		@Override
		public Secret encode(Secret password) {
			return this.passwords.encode(password);
		}

		@Override
		public boolean needsUpgrade(Secret encoded) {
			return this.passwords.needsUpgrade(encoded);
		}

	}

}
