package dev.authgate.spring.autoconfigure.token;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.text.JwkKeys;
import dev.authgate.jwt.key.text.PemKeys;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.token.TokenKeyProperties;
import dev.authgate.spring.tokens.KeyTexts;

/**
 * One entry of {@code authgate.jwt.keys}.
 */
final class TokenKeyEntry {

	private static final String CHOICE = "Set one of secret, private-key, public-key and jwk, for example"
			+ "\n    private-key: file:/etc/my-app/key.pem";

	private static final String FORMS = """
			A key is written as PEM or JWK, or named by its location, for example
			    private-key: file:/etc/my-app/key.pem
			Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem""";

	private final TokenKeyProperties properties;

	private final String where;

	TokenKeyEntry(TokenKeyProperties properties, String where) {
		this.properties = properties;
		this.where = where;
	}

	// Of a pair the private key stands for both.
	void requireOneForm() {
		long forms = Stream.of(this.properties.secret(), this.properties.privateKey(), this.properties.jwk())
			.filter(Objects::nonNull)
			.count();
		boolean paired = this.properties.privateKey() != null && forms == 1;
		if (forms + ((this.properties.publicKey() != null && !paired) ? 1 : 0) != 1) {
			boolean none = forms == 0 && this.properties.publicKey() == null;
			throw new MisconfigurationException(
					this.where + " has " + (none ? "no key." : "several keys, and stands for one."), CHOICE);
		}
	}

	Stream<String> locations() {
		return Stream.of(this.properties.privateKey(), this.properties.publicKey(), this.properties.jwk())
			.filter(Objects::nonNull)
			.map(Secret::reveal)
			.filter(KeyTexts::isLocation);
	}

	List<JwtKey> keys(KeyTexts texts) {
		return (this.properties.jwk() != null) ? ofJwk(texts.of(this.properties.jwk()))
				: List.of(timed(single(texts)).withId(this.properties.id()));
	}

	private JwtKey single(KeyTexts texts) {
		JwtAlgorithm algorithm = this.properties.algorithm();
		Secret secret = this.properties.secret();
		if (secret != null) {
			return read("secret", TokenKeys.SECRET_ACTION,
					() -> JwtKey.of(secret, Objects.requireNonNullElse(algorithm, JwtAlgorithm.HS256)));
		}
		String publicPem = (this.properties.publicKey() != null) ? texts.of(this.properties.publicKey()).reveal()
				: null;
		return (this.properties.privateKey() != null)
				? read("private-key", FORMS,
						() -> PemKeys.pair(texts.of(Objects.requireNonNull(this.properties.privateKey())), publicPem,
								algorithm))
				: read("public-key", FORMS, () -> PemKeys.verifying(String.valueOf(publicPem), algorithm));
	}

	private List<JwtKey> ofJwk(Secret text) {
		List<JwtKey> keys = read("jwk", FORMS, () -> JwkKeys.read(text, this.properties.algorithm()));
		if (JwkKeys.isSet(text)) {
			requireNothingElse();
			return keys;
		}
		JwtKey key = timed(keys.get(0));
		if (this.properties.id() != null && key.id() != null && !key.id().equals(this.properties.id())) {
			throw new MisconfigurationException(this.where + " has an id other than the 'kid' of its JWK.",
					"Remove the line id.");
		}
		return List.of(key.withId((key.id() != null) ? key.id() : this.properties.id()));
	}

	private void requireNothingElse() {
		boolean alone = Stream
			.of(this.properties.id(), this.properties.algorithm(), this.properties.signFrom(),
					this.properties.retireAt())
			.allMatch(Objects::isNull);
		if (!alone) {
			throw new MisconfigurationException(
					this.where + " is a JWK set, whose keys each have an id, an algorithm and times of their own.",
					"Remove the lines id, algorithm, sign-from and retire-at; write kid, alg, nbf and exp into the set.");
		}
	}

	private JwtKey timed(JwtKey key) {
		JwtKey begun = (this.properties.signFrom() != null) ? key.withSignFrom(instant(this.properties.signFrom()))
				: key;
		return (this.properties.retireAt() != null) ? begun.withRetireAt(instant(this.properties.retireAt())) : begun;
	}

	private <K> K read(String name, String action, Supplier<K> key) {
		try {
			return key.get();
		}
		catch (IllegalArgumentException ex) {
			String problem = String.valueOf(ex.getMessage());
			throw new MisconfigurationException(
					this.where + "." + name + ": " + problem + (problem.endsWith(".") ? "" : "."), action);
		}
	}

	private static Instant instant(OffsetDateTime time) {
		return time.toInstant();
	}

}
