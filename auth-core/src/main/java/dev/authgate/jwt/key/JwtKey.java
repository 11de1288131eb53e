package dev.authgate.jwt.key;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.authgate.RejectionReason;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.secret.Secret;

/**
 * The secret that signs and verifies our own tokens, bound to its one algorithm.
 * <p>
 * A token never chooses the algorithm: the key does. {@link #toString()} names the
 * algorithm alone. Immutable and safe for use by several threads.
 */
public final class JwtKey {

	private final JWSHeader header;

	private final String encodedHeader;

	private final MACSigner signer;

	private final VerificationKey verification;

	private JwtKey(JwtAlgorithm algorithm, byte[] secret) {
		this.header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name())).type(JOSEObjectType.JWT).build();
		this.encodedHeader = this.header.toBase64URL().toString();
		SecretKey key = new SecretKeySpec(secret, algorithm.platformName());
		try {
			this.signer = new MACSigner(key);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform has " + key.getAlgorithm(), ex);
		}
		this.verification = new VerificationKey(Verifiers.of(key, algorithm), algorithm, null);
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
	 * Makes a key.
	 * @param secret the secret: its UTF-8 bytes, or {@code base64:} and binary bytes
	 * @param algorithm the one algorithm that it is used with
	 * @return the key
	 * @throws IllegalArgumentException if the secret is too short for the algorithm or
	 * publicly known; the message does not repeat it and says how to make a good one
	 */
	public static JwtKey of(Secret secret, JwtAlgorithm algorithm) {
		return new JwtKey(algorithm, SecretStrength.bytesOf(secret, algorithm));
	}

	/**
	 * Gives the algorithm.
	 * @return the one algorithm that the key is used with
	 */
	public JwtAlgorithm algorithm() {
		return this.verification.algorithm();
	}

	@Override
	public String toString() {
		return "JwtKey[algorithm=" + algorithm() + "]";
	}

	VerificationKey verification() {
		return this.verification;
	}

	boolean madeHeaderOf(CompactToken token) {
		return token.hasHeader(this.encodedHeader);
	}

	void check(CompactToken token) throws RefusedTokenException {
		if (!this.verification.verifies(token.signed(), token.signature())) {
			throw new RefusedTokenException(RejectionReason.BAD_SIGNATURE);
		}
	}

	String sign(String payload) {
		try {
			JWSObject token = new JWSObject(this.header, new Payload(payload));
			token.sign(this.signer);
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The platform cannot compute " + algorithm(), ex);
		}
	}

}
