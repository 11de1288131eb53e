package dev.authgate.jwt.key;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

import com.nimbusds.jose.jwk.Curve;

/**
 * Refuses public keys that are weak or not made for their algorithm (RFC 7518 section 3).
 */
final class KeyFit {

	private static final int MIN_RSA_BITS = 2048;

	// Larger ones let one bad token cost as much as thousands of good ones.
	private static final int MAX_RSA_BITS = 16_384;

	private static final BigInteger MIN_RSA_EXPONENT = BigInteger.valueOf(3);

	private static final int MAX_RSA_EXPONENT_BITS = 64;

	private KeyFit() {
	}

	static void require(PublicKey key, JwtAlgorithm algorithm) {
		if (!fits(key, algorithm)) {
			throw new IllegalArgumentException("The algorithm " + algorithm.headerName() + " needs a key of the kind "
					+ kindOf(algorithm) + ", and this one is of the kind " + kindOf(key));
		}
		if (key instanceof RSAPublicKey rsa) {
			requireStrong(rsa);
		}
	}

	static boolean fits(PublicKey key, JwtAlgorithm algorithm) {
		return kindOf(algorithm).equals(kindOf(key));
	}

	static String kindOf(PublicKey key) {
		if (key instanceof ECPublicKey curved) {
			return String.valueOf(Curve.forECParameterSpec(curved.getParams()));
		}
		if (key instanceof EdECPublicKey edwards) {
			return edwards.getParams().getName();
		}
		return (key instanceof RSAPublicKey) ? "RSA" : key.getAlgorithm();
	}

	private static String kindOf(JwtAlgorithm algorithm) {
		if (algorithm.curve() != null) {
			return algorithm.curve();
		}
		return algorithm.symmetric() ? "secret" : "RSA";
	}

	// With the exponent 1 everything is its own signature.
	private static void requireStrong(RSAPublicKey key) {
		int bits = key.getModulus().bitLength();
		if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
			throw new IllegalArgumentException("The RSA key has " + bits + " bits, and from " + MIN_RSA_BITS + " to "
					+ MAX_RSA_BITS + " are accepted. Make one with 'openssl genpkey -algorithm RSA -pkeyopt "
					+ "rsa_keygen_bits:3072 -out key.pem'");
		}
		BigInteger exponent = key.getPublicExponent();
		if (exponent.compareTo(MIN_RSA_EXPONENT) < 0 || !exponent.testBit(0)
				|| exponent.bitLength() > MAX_RSA_EXPONENT_BITS) {
			throw new IllegalArgumentException("The RSA key has a public exponent that good keys never have");
		}
	}

}
