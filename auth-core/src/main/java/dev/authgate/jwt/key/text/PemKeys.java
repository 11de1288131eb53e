package dev.authgate.jwt.key.text;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys in PEM form: private ones as PKCS#8 (RFC 5958), public ones as
 * SubjectPublicKeyInfo (RFC 5280 section 4.1).
 * <p>
 * No message repeats anything of a key.
 */
public final class PemKeys {

	private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

	private PemKeys() {
	}

	/**
	 * Reads a pair of keys.
	 * @param pem the private key
	 * @param publicPem the public key, or {@code null} if the private key holds it, as
	 * most do
	 * @param algorithm the one algorithm that they are used with, or {@code null} for the
	 * usual one of such keys
	 * @return a key that signs and verifies
	 * @throws IllegalArgumentException if a text is no such key, or the keys are weak or
	 * do not fit the algorithm or each other; the message says how to convert it
	 */
	public static JwtKey pair(Secret pem, @Nullable String publicPem, @Nullable JwtAlgorithm algorithm) {
		byte[] encoding = PemBlock.read(pem.reveal(), "PRIVATE KEY");
		PrivateKey privateKey = read((factory) -> factory.generatePrivate(new PKCS8EncodedKeySpec(encoding)));
		PublicKey publicKey = (publicPem != null) ? publicKey(publicPem) : PublicHalf.of(privateKey, encoding);
		return JwtKey.of(privateKey, publicKey, orUsual(algorithm, publicKey));
	}

	/**
	 * Reads a public key.
	 * @param pem the public key
	 * @param algorithm the one algorithm that it is used with, or {@code null} for the
	 * usual one of such keys
	 * @return a key that only verifies
	 * @throws IllegalArgumentException if the text is no such key, or the key is weak or
	 * does not fit the algorithm; the message says how to convert it
	 */
	public static JwtKey verifying(String pem, @Nullable JwtAlgorithm algorithm) {
		PublicKey key = publicKey(pem);
		return JwtKey.of(key, orUsual(algorithm, key));
	}

	private static PublicKey publicKey(String pem) {
		KeySpec spec = new X509EncodedKeySpec(PemBlock.read(pem, "PUBLIC KEY"));
		return read((factory) -> factory.generatePublic(spec));
	}

	private static JwtAlgorithm orUsual(@Nullable JwtAlgorithm algorithm, PublicKey key) {
		return (algorithm != null) ? algorithm : JwtAlgorithm.usualFor(key);
	}

	private static <K> K read(Reading<K> reading) {
		for (String kind : KINDS) {
			K key = readOrNull(kind, reading);
			if (key != null) {
				return key;
			}
		}
		throw new IllegalArgumentException("The PEM text holds no key of the kinds RSA, P-256, P-384, P-521, Ed25519");
	}

	// A factory refuses the keys of the others.
	private static <K> @Nullable K readOrNull(String kind, Reading<K> reading) {
		try {
			return reading.by(KeyFactory.getInstance(kind));
		}
		catch (InvalidKeySpecException ex) {
			return null;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java platform has no keys of the kind " + kind, ex);
		}
	}

	private interface Reading<K> {

		K by(KeyFactory factory) throws GeneralSecurityException;

	}

}
