package dev.authgate.contract;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/**
 * A pair of keys of an issuer, for tests; signs without the code that they test.
 */
public final class TestIssuerKey {

	private final String id;

	private final String algorithm;

	private final KeyPair pair;

	private TestIssuerKey(String id, String algorithm, KeyPair pair) {
		this.id = id;
		this.algorithm = algorithm;
		this.pair = pair;
	}

	/**
	 * Makes a key on the curve P-256, which takes next to no time.
	 * @param id the id of the key
	 * @return the key
	 */
	public static TestIssuerKey ec(String id) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return new TestIssuerKey(id, "ES256", generator.generateKeyPair());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes an RSA key.
	 * @param id the id of the key
	 * @param bits the size of the modulus
	 * @return the key
	 */
	public static TestIssuerKey rsa(String id, int bits) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(bits);
			return new TestIssuerKey(id, "RS256", generator.generateKeyPair());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes a key on the curve Ed25519.
	 * @param id the id of the key
	 * @return the key
	 */
	public static TestIssuerKey edwards(String id) {
		try {
			return new TestIssuerKey(id, "EdDSA", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Gives the id.
	 * @return the id of the key
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Gives the public half.
	 * @return the key
	 */
	public PublicKey publicKey() {
		return this.pair.getPublic();
	}

	/**
	 * Writes the public half as a JSON Web Key for signatures.
	 * @return the JSON
	 */
	public String jwk() {
		return jwk("\"use\":\"sig\",\"alg\":\"" + this.algorithm + "\",");
	}

	/**
	 * Writes the public half as a JSON Web Key.
	 * @param members other members than those of the key itself, each with a comma
	 * @return the JSON
	 */
	public String jwk(String members) {
		return "{\"kid\":\"" + this.id + "\"," + members + bareJwk().substring(1);
	}

	/**
	 * Writes the public half as a JSON Web Key without an id.
	 * @return the JSON
	 */
	public String bareJwk() {
		if (this.pair.getPublic() instanceof RSAPublicKey rsa) {
			return "{\"kty\":\"RSA\",\"n\":\"" + encoded(rsa.getModulus(), 0) + "\",\"e\":\""
					+ encoded(rsa.getPublicExponent(), 0) + "\"}";
		}
		if (this.pair.getPublic() instanceof ECPublicKey ec) {
			return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + encoded(ec.getW().getAffineX(), 32) + "\",\"y\":\""
					+ encoded(ec.getW().getAffineY(), 32) + "\"}";
		}
		byte[] encoded = this.pair.getPublic().getEncoded();
		return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
				+ TestJwts.encoded(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)) + "\"}";
	}

	/**
	 * Signs claims under the usual header.
	 * @param claims the claims as JSON, right or wrong
	 * @return the token
	 */
	public String token(String claims) {
		return token("{\"alg\":\"" + this.algorithm + "\",\"kid\":\"" + this.id + "\"}", claims);
	}

	/**
	 * Signs a header and claims with the usual algorithm, whatever the header says.
	 * @param header the header as JSON, right or wrong
	 * @param claims the claims as JSON, right or wrong
	 * @return the token
	 */
	public String token(String header, String claims) {
		String signed = TestJwts.encoded(header) + "." + TestJwts.encoded(claims);
		return signed + "." + TestJwts.encoded(sign(signed.getBytes(StandardCharsets.US_ASCII)));
	}

	private byte[] sign(byte[] signed) {
		try {
			Signature signature = Signature.getInstance(platformName());
			signature.initSign(this.pair.getPrivate());
			signature.update(signed);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String platformName() {
		return switch (this.algorithm) {
			case "RS256" -> "SHA256withRSA";
			case "ES256" -> "SHA256withECDSAinP1363Format";
			default -> "Ed25519";
		};
	}

	private static String encoded(BigInteger number, int length) {
		byte[] bytes = number.toByteArray();
		byte[] unsigned = (bytes[0] == 0) ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
		byte[] padded = new byte[Math.max(length, unsigned.length)];
		System.arraycopy(unsigned, 0, padded, padded.length - unsigned.length, unsigned.length);
		return TestJwts.encoded(padded);
	}

}
