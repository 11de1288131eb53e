package dev.authgate.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.JwtSettings;
import dev.authgate.secret.Secret;

/**
 * Tokens for tests, signed without the code that they test.
 */
public final class TestJwts {

	/** A good secret for HS256. */
	public static final String SECRET = "mT4vZ9pLq2XwK7sBd5Rj1Nc8Gh3YfUe6";

	/** The usual header. */
	public static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

	private TestJwts() {
	}

	/**
	 * Makes the settings under which the tokens of this class verify.
	 * @return settings with the key {@link #SECRET} and all defaults
	 */
	public static JwtSettings settings() {
		return JwtSettings.of(JwtKey.of(Secret.of(SECRET)));
	}

	/**
	 * Signs claims under the usual header.
	 * @param claims the claims as JSON, right or wrong
	 * @return the token
	 */
	public static String signed(String claims) {
		return signed(HEADER, claims);
	}

	/**
	 * Signs a header and claims.
	 * @param header the header as JSON, right or wrong
	 * @param claims the claims as JSON, right or wrong
	 * @return the token
	 */
	public static String signed(String header, String claims) {
		return signedSegments(encoded(header), encoded(claims));
	}

	/**
	 * Signs two encoded segments, which may be spelled in any way.
	 * @param header the first segment
	 * @param claims the second segment
	 * @return the token
	 */
	public static String signedSegments(String header, String claims) {
		return sign(header + "." + claims, SECRET.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Signs a header and claims with another secret than {@link #SECRET}.
	 * @param header the header as JSON, right or wrong
	 * @param claims the claims as JSON, right or wrong
	 * @param secret the bytes of the secret
	 * @return the token
	 */
	public static String signed(String header, String claims, byte[] secret) {
		return sign(encoded(header) + "." + encoded(claims), secret);
	}

	/**
	 * Encodes a segment.
	 * @param text the text, whose UTF-8 bytes are encoded
	 * @return unpadded base64url
	 */
	public static String encoded(String text) {
		return encoded(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Encodes a segment.
	 * @param bytes the bytes
	 * @return unpadded base64url
	 */
	public static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String sign(String input, byte[] secret) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret, "HmacSHA256"));
			return input + "." + encoded(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
