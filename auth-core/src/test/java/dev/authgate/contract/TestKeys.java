package dev.authgate.contract;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.secret.Secret;

/**
 * Keys for tests, generated anew in each run.
 */
public final class TestKeys {

	/** A good secret for each HMAC. */
	public static final String SECRET = "Zk8Qw3Lm6Rt1Vx9Yp4Nc7Bs2Hd5Jf0GamT4vZ9pLq2XwK7sBd5Rj1Nc8Gh3YfUe6";

	// Around the private number: the version, the algorithm and the curve (RFC 5915).
	private static final Map<Integer, String[]> EC_FORMS = Map.of(32,
			new String[] { "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420", "a14403420004" },
			48,
			new String[] { "3081b6020100301006072a8648ce3d020106052b8104002204819e30819b0201010430", "a16403620004" },
			66, new String[] { "3081ee020100301006072a8648ce3d020106052b810400230481d63081d30201010442",
					"a1818903818600" + "04" });

	private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

	private TestKeys() {
	}

	/**
	 * Makes a key that signs and verifies.
	 * @param algorithm its algorithm
	 * @return the key, the same one for one algorithm
	 */
	public static JwtKey key(JwtAlgorithm algorithm) {
		if (algorithm.symmetric()) {
			return JwtKey.of(Secret.of(SECRET), algorithm);
		}
		KeyPair pair = pair(algorithm);
		return JwtKey.of(pair.getPrivate(), pair.getPublic(), algorithm);
	}

	/**
	 * Makes a pair of keys that fits an algorithm.
	 * @param algorithm the algorithm
	 * @return the pair, the same one for one kind of keys
	 */
	public static KeyPair pair(JwtAlgorithm algorithm) {
		return pair(algorithm, "one");
	}

	/**
	 * Makes another pair of keys that fits an algorithm.
	 * @param algorithm the algorithm
	 * @return another pair than {@link #pair}, the same one for one kind of keys
	 */
	public static KeyPair another(JwtAlgorithm algorithm) {
		return pair(algorithm, "another");
	}

	/**
	 * Signs without the code that is tested.
	 * @param algorithm the algorithm, whose {@link #key} verifies
	 * @param input what is signed
	 * @return the signature as it stands in a token
	 */
	public static byte[] signature(JwtAlgorithm algorithm, byte[] input) {
		try {
			if (algorithm.symmetric()) {
				Mac mac = Mac.getInstance("HmacSHA" + algorithm.name().substring(2));
				mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
				return mac.doFinal(input);
			}
			Signature signature = signature(algorithm);
			signature.initSign(pair(algorithm).getPrivate());
			signature.update(input);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Signature signature(JwtAlgorithm algorithm) throws GeneralSecurityException {
		String bits = algorithm.name().substring(2);
		return switch (algorithm) {
			case ES256, ES384, ES512 -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
			case PS256, PS384, PS512 -> {
				Signature signature = Signature.getInstance("RSASSA-PSS");
				signature.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits),
						Integer.parseInt(bits) / 8, 1));
				yield signature;
			}
			case EDDSA -> Signature.getInstance("Ed25519");
			default -> Signature.getInstance("SHA" + bits + "withRSA");
		};
	}

	/**
	 * Makes a pair of RSA keys of another size or exponent.
	 * @param bits the size of the modulus
	 * @param exponent the public exponent
	 * @return a new pair
	 */
	public static KeyPair rsa(int bits, long exponent) {
		return generate("RSA", new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
	}

	/**
	 * Writes a key as PEM.
	 * @param key a private or a public key
	 * @return the text
	 */
	public static String pem(Key key) {
		return pem((key instanceof PrivateKey) ? "PRIVATE KEY" : "PUBLIC KEY", key.getEncoded());
	}

	/**
	 * Writes a private key as OpenSSL does: that of a curve beside its public key, which
	 * the Java platform leaves out.
	 * @param pair the keys
	 * @return the text
	 */
	public static String opensslPem(KeyPair pair) {
		return (pair.getPrivate() instanceof ECPrivateKey curved)
				? pem("PRIVATE KEY", encoded(curved, (ECPublicKey) pair.getPublic())) : pem(pair.getPrivate());
	}

	private static byte[] encoded(ECPrivateKey key, ECPublicKey publicKey) {
		int size = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
		String[] form = EC_FORMS.get(size);
		return HexFormat.of()
			.parseHex(form[0] + hex(key.getS(), size) + form[1] + hex(publicKey.getW().getAffineX(), size)
					+ hex(publicKey.getW().getAffineY(), size));
	}

	private static String hex(BigInteger number, int size) {
		return String.format("%0" + 2 * size + "x", number);
	}

	private static String pem(String label, byte[] encoded) {
		return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
				+ label + "-----\n";
	}

	private static KeyPair pair(JwtAlgorithm algorithm, String which) {
		return switch (algorithm) {
			case ES256 -> pair("EC", new ECGenParameterSpec("secp256r1"), which + algorithm);
			case ES384 -> pair("EC", new ECGenParameterSpec("secp384r1"), which + algorithm);
			case ES512 -> pair("EC", new ECGenParameterSpec("secp521r1"), which + algorithm);
			case EDDSA -> pair("Ed25519", NamedParameterSpec.ED25519, which + algorithm);
			default -> pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), which);
		};
	}

	private static KeyPair pair(String kind, AlgorithmParameterSpec parameters, String name) {
		return PAIRS.computeIfAbsent(name, (absent) -> generate(kind, parameters));
	}

	private static KeyPair generate(String kind, AlgorithmParameterSpec parameters) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
			generator.initialize(parameters);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
