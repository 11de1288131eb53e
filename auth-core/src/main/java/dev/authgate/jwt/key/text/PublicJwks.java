package dev.authgate.jwt.key.text;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.KeyRing;

/**
 * Writes the public keys of a ring as a JWK set (RFC 7517 section 5), for those who
 * verify our tokens.
 */
public final class PublicJwks {

	private PublicJwks() {
	}

	/**
	 * Writes the public keys that verify now, among them those that will sign later, so
	 * that they are known before the first token arrives. Secrets are left out.
	 * @param ring the keys
	 * @param clock tells which keys have retired
	 * @return the set as JSON
	 */
	public static String of(KeyRing ring, Clock clock) {
		List<JWK> keys = new ArrayList<>();
		for (JwtKey key : ring.verifyingKeys(clock)) {
			if (key.publicKey() != null) {
				keys.add(jwk(key, key.publicKey()));
			}
		}
		return new JWKSet(keys).toString(true);
	}

	private static JWK jwk(JwtKey key, PublicKey publicKey) {
		JWSAlgorithm algorithm = JWSAlgorithm.parse(key.algorithm().headerName());
		if (publicKey instanceof RSAPublicKey rsa) {
			return new RSAKey.Builder(rsa).keyID(key.id()).algorithm(algorithm).keyUse(KeyUse.SIGNATURE).build();
		}
		if (publicKey instanceof ECPublicKey curved) {
			return new ECKey.Builder(Curve.forECParameterSpec(curved.getParams()), curved).keyID(key.id())
				.algorithm(algorithm)
				.keyUse(KeyUse.SIGNATURE)
				.build();
		}
		return Ed25519Jwk.jwk(publicKey).keyID(key.id()).algorithm(algorithm).keyUse(KeyUse.SIGNATURE).build();
	}

}
