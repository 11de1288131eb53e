package dev.authgate.jwt.remote;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.VerificationKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON Web Key Set (RFC 7517), leaving out what cannot or must not verify tokens:
 * secrets, keys for encryption, weak ones, and those of algorithms that are not allowed.
 */
final class JwkReader {

	private static final int MAX_KEYS = 100;

	// What stands before the 32 bytes of a key in its X.509 form (RFC 8410 section 4).
	private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

	private final Set<JwtAlgorithm> allowed;

	JwkReader(Set<JwtAlgorithm> allowed) {
		this.allowed = allowed;
	}

	KeySet read(Map<String, @Nullable Object> document) throws FetchException {
		if (!(document.get("keys") instanceof List<?> members)) {
			throw new FetchException("answered with something that is no key set");
		}
		if (members.size() > MAX_KEYS) {
			throw new FetchException("answered with more than " + MAX_KEYS + " keys");
		}
		List<List<VerificationKey>> published = new ArrayList<>();
		for (Object member : members) {
			List<VerificationKey> usable = usable(member);
			if (!usable.isEmpty()) {
				published.add(usable);
			}
		}
		if (published.isEmpty()) {
			throw new FetchException("answered with a key set without a usable key");
		}
		return KeySet.of(published);
	}

	@SuppressWarnings("unchecked")
	private List<VerificationKey> usable(@Nullable Object member) {
		try {
			if (member instanceof Map<?, ?> map) {
				JWK key = JWK.parse((Map<String, Object>) map);
				return isForSignatures(key) ? verifying(key) : List.of();
			}
		}
		catch (ParseException | JOSEException | GeneralSecurityException | RuntimeException ex) {
			return List.of();
		}
		return List.of();
	}

	private static boolean isForSignatures(JWK key) {
		boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
		boolean operations = key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY);
		return use && operations && key instanceof AsymmetricJWK;
	}

	private List<VerificationKey> verifying(JWK key) throws JOSEException, GeneralSecurityException {
		PublicKey publicKey = (key instanceof OctetKeyPair pair) ? edwards(pair) : ((AsymmetricJWK) key).toPublicKey();
		List<VerificationKey> verifying = new ArrayList<>();
		for (JwtAlgorithm algorithm : this.allowed) {
			boolean named = key.getAlgorithm() == null || key.getAlgorithm().getName().equals(algorithm.headerName());
			if (named) {
				addIfFit(publicKey, algorithm, key.getKeyID(), verifying);
			}
		}
		return List.copyOf(verifying);
	}

	private static void addIfFit(PublicKey key, JwtAlgorithm algorithm, @Nullable String id,
			List<VerificationKey> verifying) {
		try {
			verifying.add(VerificationKey.of(key, algorithm, id));
		}
		catch (IllegalArgumentException ex) {
			// Weak, or of another kind: the other algorithms may still fit.
			return;
		}
	}

	private static PublicKey edwards(OctetKeyPair pair) throws GeneralSecurityException {
		byte[] x = pair.getDecodedX();
		if (!Curve.Ed25519.equals(pair.getCurve()) || x.length != 32) {
			throw new GeneralSecurityException("No key of this curve verifies tokens");
		}
		byte[] encoded = new byte[ED25519_PREFIX.length + x.length];
		System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
		System.arraycopy(x, 0, encoded, ED25519_PREFIX.length, x.length);
		return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
	}

}
