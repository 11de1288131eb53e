package dev.authgate.spring.web.refusal;

import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.TokenValidator;
import dev.authgate.spring.app.TestApp;

import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers that are refused in every way, one for each authenticator.
 */
@RestController
class FormHandlers {

	/** A key of a caller who may do nothing. */
	static final String KEY = "X-API-Key: " + TestApp.READER;

	static TestApp app(String... properties) {
		return TestApp.bare(FormHandlers.class)
			.key(0, TestApp.READER, "reader", "threads:read")
			.tokens()
			.with("authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=ada-test-password",
					"authgate.default-authenticator=api-key, jwt", "authgate.login.token=true")
			.with(properties);
	}

	static String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims
			.apply(new JWTClaimsSet.Builder().subject("tina").expirationTime(Date.from(Instant.now().plusSeconds(60))))
			.build());
		try {
			token.sign(new MACSigner(TestApp.SECRET));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return "Authorization: Bearer " + token.serialize();
	}

	static String expired() {
		return token((claims) -> claims.expirationTime(new Date(0)));
	}

	@Bean
	static TokenValidator validator() {
		return (token) -> {
			throw new AuthException("Token is not one of ours");
		};
	}

	@GetMapping("/any")
	AuthUser any(AuthUser user) {
		return user;
	}

	@Authenticated(by = "api-key")
	@GetMapping("/key")
	AuthUser key(AuthUser user) {
		return user;
	}

	@Authenticated(by = "jwt")
	@GetMapping("/jwt")
	AuthUser jwt(AuthUser user) {
		return user;
	}

	@Authenticated(by = "all(jwt, api-key)")
	@GetMapping("/all")
	AuthUser all(AuthUser user) {
		return user;
	}

	@Authenticated(by = "bearer")
	@GetMapping("/bearer")
	AuthUser bearer(AuthUser user) {
		return user;
	}

	@Authenticated(by = "basic")
	@GetMapping("/basic")
	AuthUser basic(AuthUser user) {
		return user;
	}

	@RequirePermission({ "threads:write", "agents:read" })
	@GetMapping("/write")
	void write() {
	}

	@RequireRole("admin")
	@GetMapping("/admin")
	void admin() {
	}

	@PublicAccess
	@GetMapping("/throws")
	void fail() {
		throw new AuthException("Missing authorization header");
	}

	@PublicAccess
	@GetMapping("/busy")
	void busy() {
		throw new AuthException("Slow down", 429);
	}

}
