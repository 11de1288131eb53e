package dev.authgate.jwt.key;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import dev.authgate.AuthUser;
import dev.authgate.RejectionReason;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A key of our own tokens, bound to its one algorithm.
 * <p>
 * A token never chooses the algorithm: the key does. A secret or a private key signs and
 * verifies; a public key only verifies. {@link #toString()} names the id and the
 * algorithm alone. Immutable and safe for use by several threads.
 */
public final class JwtKey {

	private final Material material;

	private final @Nullable String id;

	private final @Nullable Instant signFrom;

	private final @Nullable Instant retireAt;

	private final VerificationKey verification;

	private final JWSHeader header;

	private final String encodedHeader;

	private JwtKey(Material material, @Nullable String id, @Nullable Instant signFrom, @Nullable Instant retireAt) {
		this.material = material;
		this.id = id;
		this.signFrom = signFrom;
		this.retireAt = retireAt;
		this.verification = new VerificationKey(material.verifier(), material.algorithm(), id);
		this.header = new JWSHeader.Builder(JWSAlgorithm.parse(material.algorithm().headerName()))
			.type(JOSEObjectType.JWT)
			.keyID(id)
			.build();
		this.encodedHeader = this.header.toBase64URL().toString();
	}

	/**
	 * Makes a key for {@link JwtAlgorithm#HS256}.
	 * @param secret the secret: its UTF-8 bytes, or {@code base64:} and binary bytes
	 * @return the key
	 * @throws IllegalArgumentException if the secret is too short or publicly known; the
	 * message does not repeat it and says how to make a good one
	 */
	public static JwtKey of(Secret secret) {
		return of(secret, JwtAlgorithm.HS256);
	}

	/**
	 * Makes a key that both signs and verifies.
	 * @param secret the secret: its UTF-8 bytes, or {@code base64:} and binary bytes
	 * @param algorithm the one algorithm that it is used with
	 * @return the key
	 * @throws IllegalArgumentException if the algorithm needs a pair of keys, or the
	 * secret is too short for it or publicly known; the message does not repeat it and
	 * says how to make a good one
	 */
	public static JwtKey of(Secret secret, JwtAlgorithm algorithm) {
		if (!algorithm.symmetric()) {
			throw new IllegalArgumentException(
					"The algorithm " + algorithm.headerName() + " needs a pair of keys, and this is a secret");
		}
		SecretKey key = new SecretKeySpec(SecretStrength.bytesOf(secret, algorithm), algorithm.platformName());
		return plain(new Material(algorithm, Verifiers.of(key, algorithm), Signers.of(key, algorithm), null));
	}

	/**
	 * Makes a key that only verifies.
	 * @param key the public key
	 * @param algorithm the one algorithm that it is used with
	 * @return the key
	 * @throws IllegalArgumentException if the key does not fit the algorithm, or is weak
	 */
	public static JwtKey of(PublicKey key, JwtAlgorithm algorithm) {
		return plain(new Material(algorithm, Verifiers.of(key, algorithm), null, key));
	}

	/**
	 * Makes a key that both signs and verifies.
	 * @param privateKey the private key
	 * @param publicKey the public key
	 * @param algorithm the one algorithm that they are used with
	 * @return the key
	 * @throws IllegalArgumentException if the keys do not fit the algorithm or each
	 * other, or are weak; the message says nothing of the private key
	 */
	public static JwtKey of(PrivateKey privateKey, PublicKey publicKey, JwtAlgorithm algorithm) {
		JWSVerifier verifier = Verifiers.of(publicKey, algorithm);
		JwtKey key = plain(new Material(algorithm, verifier, Signers.of(privateKey, algorithm), publicKey));
		key.requirePair();
		return key;
	}

	/**
	 * Makes the same key with another id.
	 * @param id the {@code kid} that its tokens name, or {@code null} for none
	 * @return the key
	 * @throws IllegalArgumentException if the id is empty or has control characters
	 */
	public JwtKey withId(@Nullable String id) {
		if (id != null && !AuthUser.isValidId(id)) {
			throw new IllegalArgumentException("The id of a key is not empty and has no control characters");
		}
		return new JwtKey(this.material, id, this.signFrom, this.retireAt);
	}

	/**
	 * Makes the same key with another time from which it signs. Before, it verifies
	 * already.
	 * @param signFrom the time, or {@code null} for always
	 * @return the key
	 */
	public JwtKey withSignFrom(@Nullable Instant signFrom) {
		return new JwtKey(this.material, this.id, signFrom, this.retireAt);
	}

	/**
	 * Makes the same key with another time from which it neither signs nor verifies.
	 * @param retireAt the time, or {@code null} for never
	 * @return the key
	 */
	public JwtKey withRetireAt(@Nullable Instant retireAt) {
		return new JwtKey(this.material, this.id, this.signFrom, retireAt);
	}

	/**
	 * Gives the id.
	 * @return the {@code kid} that its tokens name, or {@code null} if they name none
	 */
	public @Nullable String id() {
		return this.id;
	}

	/**
	 * Gives the algorithm.
	 * @return the one algorithm that the key is used with
	 */
	public JwtAlgorithm algorithm() {
		return this.material.algorithm();
	}

	/**
	 * Gives the public key.
	 * @return what others verify the tokens with, or {@code null} if the key is a secret
	 */
	public @Nullable PublicKey publicKey() {
		return this.material.publicKey();
	}

	@Override
	public String toString() {
		return "JwtKey[" + ((this.id != null) ? "id=" + this.id + ", " : "") + "algorithm=" + algorithm().headerName()
				+ "]";
	}

	@Nullable Instant signFrom() {
		return this.signFrom;
	}

	@Nullable Instant retireAt() {
		return this.retireAt;
	}

	VerificationKey verification() {
		return this.verification;
	}

	boolean isLike(JwtKey other) {
		return Objects.equals(this.id, other.id) && Objects.equals(publicKey(), other.publicKey())
				&& algorithm() == other.algorithm();
	}

	boolean canSign() {
		return this.material.signer() != null;
	}

	// Most keys have no times, and then nobody looks at the clock.
	boolean signsNow(Clock clock) {
		return (this.signFrom == null || !clock.instant().isBefore(this.signFrom)) && verifiesNow(clock);
	}

	boolean verifiesNow(Clock clock) {
		return this.retireAt == null || clock.instant().isBefore(this.retireAt);
	}

	boolean madeHeaderOf(CompactToken token) {
		return token.hasHeader(this.encodedHeader);
	}

	void check(CompactToken token, Clock clock) throws RefusedTokenException {
		if (!verifiesNow(clock)) {
			throw new RefusedTokenException(RejectionReason.UNKNOWN_KEY_ID);
		}
		if (!this.verification.verifies(token.signed(), token.signature())) {
			throw new RefusedTokenException(RejectionReason.BAD_SIGNATURE);
		}
	}

	String sign(String payload) {
		try {
			JWSObject token = new JWSObject(this.header, new Payload(payload));
			token.sign(this.material.signer());
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw algorithm().unavailable(ex);
		}
	}

	// Somebody who mixes up two files learns it now, and not from the first login.
	private void requirePair() {
		String token = sign("{}");
		int end = token.lastIndexOf('.');
		byte[] signed = token.substring(0, end).getBytes(StandardCharsets.US_ASCII);
		if (!this.verification.verifies(signed, token.substring(end + 1))) {
			throw new IllegalArgumentException("The private key and the public key are not a pair");
		}
	}

	private static JwtKey plain(Material material) {
		return new JwtKey(material, null, null, null);
	}

	private record Material(JwtAlgorithm algorithm, JWSVerifier verifier, @Nullable JWSSigner signer,
			@Nullable PublicKey publicKey) {
	}

}
