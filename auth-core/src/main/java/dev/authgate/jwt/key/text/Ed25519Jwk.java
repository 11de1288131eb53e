package dev.authgate.jwt.key.text;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import org.jspecify.annotations.Nullable;

/**
 * Converts keys for EdDSA between their JWK form (RFC 8037 section 2) and those of the
 * Java platform, which differ by a fixed prefix (RFC 8410).
 */
final class Ed25519Jwk {

	private static final int KEY_BYTES = 32;

	private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

	private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

	private Ed25519Jwk() {
	}

	static JwtKey key(OctetKeyPair jwk, @Nullable JwtAlgorithm algorithm) {
		JwtAlgorithm chosen = (algorithm != null) ? algorithm : JwtAlgorithm.EDDSA;
		if (!jwk.getCurve().equals(Curve.Ed25519)) {
			throw new IllegalArgumentException("The JWK has a curve other than Ed25519, which alone signs tokens");
		}
		try {
			KeyFactory factory = KeyFactory.getInstance("Ed25519");
			PublicKey publicKey = factory
				.generatePublic(new X509EncodedKeySpec(prefixed(PUBLIC_PREFIX, jwk.getDecodedX())));
			if (!jwk.isPrivate()) {
				return JwtKey.of(publicKey, chosen);
			}
			PrivateKey privateKey = factory
				.generatePrivate(new PKCS8EncodedKeySpec(prefixed(PRIVATE_PREFIX, jwk.getDecodedD())));
			return JwtKey.of(privateKey, publicKey, chosen);
		}
		// The cause could tell something of the key.
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The JWK is not a key for Ed25519");
		}
	}

	static OctetKeyPair.Builder jwk(PublicKey key) {
		byte[] encoded = key.getEncoded();
		return new OctetKeyPair.Builder(Curve.Ed25519,
				Base64URL.encode(Arrays.copyOfRange(encoded, PUBLIC_PREFIX.length, encoded.length)));
	}

	private static byte[] prefixed(byte[] prefix, byte[] key) {
		if (key.length != KEY_BYTES) {
			throw new IllegalArgumentException("The JWK has not 32 bytes, which a key for Ed25519 has");
		}
		return ByteBuffer.allocate(prefix.length + key.length).put(prefix).put(key).array();
	}

}
