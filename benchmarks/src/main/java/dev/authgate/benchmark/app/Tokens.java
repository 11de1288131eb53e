package dev.authgate.benchmark.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Signs the token that every variant with the shared secret reads.
 */
public final class Tokens {

	/**
	 * The HS256 secret as text of 32 ASCII characters; of use on a loopback benchmark
	 * only.
	 */
	public static final String SECRET = "Wq7Rk2xVb9Tz4Lm8Np3Hs6Yd1Gf5Jc0A";

	private Tokens() {
	}

	/**
	 * Returns the secret's bytes.
	 */
	public static byte[] secretBytes() {
		return SECRET.getBytes(StandardCharsets.UTF_8);
	}

	static String with(String permission) {
		return signed(claims(permission).build());
	}

	/**
	 * Makes the same token with what a login adds to it: the claims of its session and of
	 * the epoch of its user.
	 */
	static String ofSession(String permission) {
		return signed(claims(permission).claim("sid", "0f6d3b2a9c414e7f8a5d1e2b").claim("ver", 0).build());
	}

	private static JWTClaimsSet.Builder claims(String permission) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		return new JWTClaimsSet.Builder().subject("client_1")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(1, ChronoUnit.DAYS)))
			.jwtID("2f1d7c55-64f5-4a8e-9a0b-6d7b0a3f9c11")
			.claim("role", "user")
			.claim("permissions", permission.isEmpty() ? List.of() : List.of(permission))
			.claim("scope", permission);
	}

	private static String signed(JWTClaimsSet claims) {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
		SignedJWT token = new SignedJWT(header, claims);
		try {
			token.sign(new MACSigner(secretBytes()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The benchmark's secret cannot sign HS256.", ex);
		}
		return token.serialize();
	}

}
