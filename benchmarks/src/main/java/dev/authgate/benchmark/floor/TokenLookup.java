package dev.authgate.benchmark.floor;

import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authgate.benchmark.app.Tokens;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

final class TokenLookup implements PermissionLookup {

	private static final String SCHEME = "Bearer ";

	private final MACVerifier verifier;

	TokenLookup() throws JOSEException {
		this.verifier = new MACVerifier(Tokens.secretBytes());
	}

	@Override
	public @Nullable Collection<String> permissionsOf(HttpServletRequest request) {
		String authorization = request.getHeader("Authorization");
		if (authorization == null || !authorization.startsWith(SCHEME)) {
			return null;
		}
		try {
			return verify(SignedJWT.parse(authorization.substring(SCHEME.length())));
		}
		catch (ParseException | JOSEException ex) {
			return null;
		}
	}

	private @Nullable Collection<String> verify(SignedJWT token) throws ParseException, JOSEException {
		if (!token.verify(this.verifier)) {
			return null;
		}
		JWTClaimsSet claims = token.getJWTClaimsSet();
		boolean expired = !claims.getExpirationTime().toInstant().isAfter(Instant.now());
		return expired ? null : claims.getStringListClaim("permissions");
	}

}
