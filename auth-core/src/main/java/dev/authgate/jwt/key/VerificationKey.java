package dev.authgate.jwt.key;

import java.security.PublicKey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;

/**
 * A key that verifies signatures with its one algorithm.
 * <p>
 * A token never chooses the algorithm: the key does. Immutable and safe for use by
 * several threads.
 */
public final class VerificationKey {

	private final @Nullable String id;

	private final JwtAlgorithm algorithm;

	private final JWSHeader header;

	private final JWSVerifier verifier;

	VerificationKey(JWSVerifier verifier, JwtAlgorithm algorithm, @Nullable String id) {
		this.id = id;
		this.algorithm = algorithm;
		this.header = new JWSHeader(JWSAlgorithm.parse(algorithm.headerName()));
		this.verifier = verifier;
	}

	/**
	 * Makes a key.
	 * @param key the public key
	 * @param algorithm the one algorithm that it is used with
	 * @param id the {@code kid} of the tokens that it verifies, or {@code null}
	 * @return the key
	 * @throws IllegalArgumentException if the key does not fit the algorithm, or is weak
	 */
	public static VerificationKey of(PublicKey key, JwtAlgorithm algorithm, @Nullable String id) {
		return new VerificationKey(Verifiers.of(key, algorithm), algorithm, id);
	}

	/**
	 * Gives the id.
	 * @return the {@code kid} of the tokens that the key verifies, or {@code null}
	 */
	public @Nullable String id() {
		return this.id;
	}

	/**
	 * Gives the algorithm.
	 * @return the one algorithm that the key is used with
	 */
	public JwtAlgorithm algorithm() {
		return this.algorithm;
	}

	/**
	 * Verifies a signature. Codes are compared in a time that does not depend on their
	 * content.
	 * @param signed what is signed
	 * @param signature the signature in strict base64url
	 * @return {@code true} if this key signed it
	 */
	public boolean verifies(byte[] signed, String signature) {
		try {
			return this.verifier.verify(this.header, signed, new Base64URL(signature));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The platform cannot verify " + this.algorithm.headerName(), ex);
		}
	}

	@Override
	public String toString() {
		return "VerificationKey[id=" + this.id + ", algorithm=" + this.algorithm.headerName() + "]";
	}

}
