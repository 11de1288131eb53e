package dev.authgate.jwt;

import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.authgate.secret.Secret;

/**
 * The secret that signs and verifies our own tokens, bound to its one algorithm.
 * <p>
 * A token never chooses the algorithm: the key does. {@link #toString()} names the
 * algorithm alone. Immutable and safe for use by several threads.
 */
public final class JwtKey {

	private final JwtAlgorithm algorithm;

	private final JWSHeader header;

	private final MACSigner signer;

	private final MACVerifier verifier;

	private JwtKey(JwtAlgorithm algorithm, byte[] secret) {
		this.algorithm = algorithm;
		this.header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name())).type(JOSEObjectType.JWT).build();
		SecretKey key = new SecretKeySpec(secret, "Hmac" + algorithm.name().replace("HS", "SHA"));
		try {
			Mac mac = Mac.getInstance(key.getAlgorithm());
			mac.init(key);
			this.signer = new MACSigner(key);
			this.verifier = new MACVerifier(key);
			// Spares each token the search through the security providers.
			this.verifier.getJCAContext().setProvider(mac.getProvider());
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw new IllegalStateException("Every Java platform has " + key.getAlgorithm(), ex);
		}
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
		return this.algorithm;
	}

	@Override
	public String toString() {
		return "JwtKey[algorithm=" + this.algorithm + "]";
	}

	String encodedHeader() {
		return this.header.toBase64URL().toString();
	}

	String sign(String payload) {
		try {
			JWSObject token = new JWSObject(this.header, new Payload(payload));
			token.sign(this.signer);
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The platform cannot compute " + this.algorithm, ex);
		}
	}

	// Nimbus compares the two codes in a time that does not depend on their content.
	boolean verifies(byte[] signed, String signature) {
		try {
			return this.verifier.verify(this.header, signed, new Base64URL(signature));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The platform cannot compute " + this.algorithm, ex);
		}
	}

}
