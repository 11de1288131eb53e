package dev.authgate.jwt.key.text;

import java.security.PublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.token.JsonParser;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys in JWK form (RFC 7517, RFC 8037): one key, or a set of keys.
 * <p>
 * A key takes its id from {@code kid}, its algorithm from {@code alg}, the time from
 * which it signs from {@code nbf} and the time at which it retires from {@code exp}. No
 * message repeats anything of a key.
 */
public final class JwkKeys {

	private JwkKeys() {
	}

	/**
	 * Tells whether a text is a set of keys.
	 * @param text the text
	 * @return {@code true} if it has the member {@code keys}
	 * @throws IllegalArgumentException if the text is no JSON object
	 */
	public static boolean isSet(Secret text) {
		return object(text).containsKey("keys");
	}

	/**
	 * Reads one key or a set of them.
	 * @param text the key, or the set
	 * @param algorithm the one algorithm that they are used with, or {@code null} for
	 * that which each names, else the usual one of such keys
	 * @return the keys in their order
	 * @throws IllegalArgumentException if the text is no such key, or a key is weak, is
	 * meant for something else, or does not fit its algorithm
	 */
	public static List<JwtKey> read(Secret text, @Nullable JwtAlgorithm algorithm) {
		Map<String, @Nullable Object> object = object(text);
		if (!object.containsKey("keys")) {
			return List.of(key(object, algorithm));
		}
		if (!(object.get("keys") instanceof List<?> members)) {
			throw new IllegalArgumentException("The member 'keys' of the JWK set is not a list");
		}
		List<JwtKey> keys = new ArrayList<>(members.size());
		for (Object member : members) {
			keys.add(key(member, algorithm));
		}
		return keys;
	}

	private static Map<String, @Nullable Object> object(Secret text) {
		try {
			return JsonParser.parseObject(text.reveal());
		}
		catch (RefusedTokenException ex) {
			throw new IllegalArgumentException("The JWK is not a JSON object, or has a member twice");
		}
	}

	private static JwtKey key(@Nullable Object member, @Nullable JwtAlgorithm algorithm) {
		JWK jwk = parsed(member);
		if (jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
			throw new IllegalArgumentException("The JWK has a 'use' other than 'sig'");
		}
		JwtAlgorithm chosen = algorithmOf(jwk, algorithm);
		return key(jwk, chosen).withId(jwk.getKeyID())
			.withSignFrom(instant(jwk.getNotBeforeTime()))
			.withRetireAt(instant(jwk.getExpirationTime()));
	}

	@SuppressWarnings("unchecked")
	private static JWK parsed(@Nullable Object member) {
		if (member instanceof Map<?, ?> map) {
			try {
				return JWK.parse((Map<String, Object>) map);
			}
			// The cause could repeat what it could not read.
			catch (ParseException | RuntimeException ex) {
				throw unreadable();
			}
		}
		throw unreadable();
	}

	private static @Nullable JwtAlgorithm algorithmOf(JWK jwk, @Nullable JwtAlgorithm algorithm) {
		if (jwk.getAlgorithm() == null) {
			return algorithm;
		}
		for (JwtAlgorithm known : JwtAlgorithm.values()) {
			if (known.headerName().equals(jwk.getAlgorithm().getName()) && (algorithm == null || algorithm == known)) {
				return known;
			}
		}
		throw new IllegalArgumentException("The JWK has another 'alg' than "
				+ ((algorithm != null) ? algorithm.headerName() : "those that sign tokens"));
	}

	private static JwtKey key(JWK jwk, @Nullable JwtAlgorithm algorithm) {
		if (jwk instanceof OctetSequenceKey octets) {
			Secret secret = Secret.of("base64:" + Base64.getEncoder().encodeToString(octets.toByteArray()));
			return JwtKey.of(secret, (algorithm != null) ? algorithm : JwtAlgorithm.HS256);
		}
		if (jwk instanceof OctetKeyPair pair) {
			return Ed25519Jwk.key(pair, algorithm);
		}
		try {
			AsymmetricJWK asymmetric = (AsymmetricJWK) jwk;
			PublicKey publicKey = asymmetric.toPublicKey();
			JwtAlgorithm chosen = (algorithm != null) ? algorithm : JwtAlgorithm.usualFor(publicKey);
			return jwk.isPrivate() ? JwtKey.of(asymmetric.toPrivateKey(), publicKey, chosen)
					: JwtKey.of(publicKey, chosen);
		}
		catch (JOSEException ex) {
			throw unreadable();
		}
	}

	private static @Nullable Instant instant(@Nullable Date date) {
		return (date != null) ? date.toInstant() : null;
	}

	private static IllegalArgumentException unreadable() {
		return new IllegalArgumentException(
				"The JWK is not a key of the kinds oct, RSA, EC (P-256, P-384, P-521) or OKP (Ed25519)");
	}

}
