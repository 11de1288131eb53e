package dev.authgate.jwt.key.text;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/**
 * Finds the public key that belongs to a private one.
 * <p>
 * What it finds is a claim of the text: who makes a key of the two verifies that they are
 * a pair.
 */
final class PublicHalf {

	private PublicHalf() {
	}

	static PublicKey of(PrivateKey key, byte[] encoding) {
		try {
			if (key instanceof RSAPrivateCrtKey rsa) {
				return KeyFactory.getInstance("RSA")
					.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
			}
			if (key instanceof EdECPrivateKey edwards) {
				return of(edwards);
			}
			if (key instanceof ECPrivateKey curved) {
				return of(curved, encoding);
			}
		}
		// The cause could tell something of the key.
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw missing();
		}
		throw missing();
	}

	// The platform has no direct way. A generated pair is determined by its random bytes,
	// which are the private key (RFC 8032 section 5.1.5).
	private static PublicKey of(EdECPrivateKey key) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(key.getParams().getName());
		generator.initialize(key.getParams(), new KnownBytes(key.getBytes().orElseThrow(PublicHalf::missing)));
		return generator.generateKeyPair().getPublic();
	}

	// RFC 5915 section 3: the point stands beside the number, in a place that the
	// platform does not read.
	private static PublicKey of(ECPrivateKey key, byte[] encoding) throws GeneralSecurityException {
		byte[] point = new DerCursor(encoding).enter(DerCursor.SEQUENCE)
			.skip(DerCursor.INTEGER)
			.skip(DerCursor.SEQUENCE)
			.enter(DerCursor.OCTET_STRING)
			.enter(DerCursor.SEQUENCE)
			.skip(DerCursor.INTEGER)
			.skip(DerCursor.OCTET_STRING)
			.skipOptional(DerCursor.context(0))
			.enter(DerCursor.context(1))
			.content(DerCursor.BIT_STRING);
		int size = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
		if (point.length != 2 + 2 * size || point[0] != 0 || point[1] != 4) {
			throw missing();
		}
		ECPoint uncompressed = new ECPoint(number(point, 2, size), number(point, 2 + size, size));
		return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(uncompressed, key.getParams()));
	}

	private static BigInteger number(byte[] bytes, int from, int length) {
		return new BigInteger(1, Arrays.copyOfRange(bytes, from, from + length));
	}

	private static IllegalArgumentException missing() {
		return new IllegalArgumentException("The private key does not hold its public key. Take it out with"
				+ " 'openssl pkey -in key.pem -pubout -out public.pem', and set it beside the private key");
	}

	private static final class KnownBytes extends SecureRandom {

		private static final long serialVersionUID = 1L;

		private final byte[] known;

		KnownBytes(byte[] known) {
			this.known = known;
		}

		@Override
		public void nextBytes(byte[] bytes) {
			System.arraycopy(this.known, 0, bytes, 0, Math.min(bytes.length, this.known.length));
		}

	}

}
