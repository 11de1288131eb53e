package dev.authgate.spring.app;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.OptionalAuthentication;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.TokenValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * J: scopes and roles of tokens, in the claims that other systems have them in, over a
 * real connection.
 */
class ScopeHttpTests {

	@RegisterExtension
	static final TestApp APP = TestApp.bare(Scoped.class)
		.with("authgate.jwt.secret=" + Workspace.JWT_SECRET, "authgate.jwt.claims.permissions=scope",
				"authgate.jwt.claims.role=roles", "authgate.bearer.realm=api", "authgate.default-authenticator=jwt")
		.route(0, "paths=/ruled", "permissions=agents:read, files:read");

	private static Wire wire = Wire.to(0);

	@BeforeAll
	static void connect() {
		wire = Wire.to(APP.port());
	}

	/** J1. */
	@ParameterizedTest
	@MethodSource("scopes")
	void whenScopesAreTextOrListThenTheyCount(Object scopes) {
		assertThat(send("/write", "scope", scopes).status()).isEqualTo(200);
	}

	/** J1: what is granted is one word, never part of one. */
	@ParameterizedTest
	@ValueSource(strings = { "threads:writer agents:read", "xthreads:write agents:read", "threads:write,agents:read",
			"threads:write:agents:read", "THREADS:WRITE agents:read", "" })
	void whenScopeIsAnotherWordThenItDoesNotCount(String scopes) {
		assertThat(send("/write", "scope", scopes).status()).isEqualTo(403);
	}

	/** J2, J7: the missing ones in the order in which they are required. */
	@Test
	void whenScopesAreMissingThenTheyAreChallengedInOrder() {
		assertScope(send("/write", "scope", "files:read"), "threads:write agents:read");
		assertScope(send("/write", "scope", List.of("threads:write")), "agents:read");
	}

	/** J4: a scope that is required twice is named once. */
	@Test
	void whenScopeIsRequiredTwiceThenItIsNamedOnce() {
		Reply reply = send("/ruled", "scope", "");
		assertThat(reply.headers("WWW-Authenticate")).singleElement()
			.asString()
			.containsOnlyOnce("agents:read")
			.contains("files:read", "threads:write");
		assertThat(reply.body()).contains("\"missing\":[\"agents:read\",\"files:read\",\"threads:write\"]");
	}

	/** J3, J6: roles are a text or a list, and any one is enough. */
	@ParameterizedTest
	@MethodSource("roles")
	void whenRolesAreInTheirOwnClaimThenTheyCount(Object roles, int status) {
		assertThat(send("/clerks", "roles", roles).status()).isEqualTo(status);
	}

	/** J3: a scope is no role. */
	@Test
	void whenRoleIsAmongScopesThenItDoesNotCount() {
		Reply reply = send("/clerks", "scope", "clerk");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.headers("WWW-Authenticate"))
			.containsExactly("Bearer realm=\"api\", error=\"insufficient_scope\"");
	}

	/** J5: a validator of the application takes scopes from wherever they are. */
	@Test
	void whenApplicationExtractsScopesThenTheyCount() {
		assertThat(wire.send("GET /extracted", "Authorization: Bearer threads.write+agents.read").status())
			.isEqualTo(200);
		assertScope(wire.send("GET /extracted", "Authorization: Bearer threads.write"), "agents:read");
	}

	/** H4: nobody may come in; who comes must be allowed to. */
	@Test
	void whenRouteIsOptionalThenScopesAreRequiredOfWhoIsKnown() {
		assertThat(wire.send("GET /optional").status()).isEqualTo(200);
		assertScope(send("/optional", "scope", "files:read"), "threads:write");
	}

	/** Who asks for a page gets 401 as well: there is no page to log in on. */
	@Test
	void whenBrowserIsRefusedThenUnauthorizedAndNoRedirect() {
		Reply reply = wire.send("GET /write", "Accept: text/html,application/xhtml+xml", "Sec-Fetch-Mode: navigate");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.headers("Location")).isEmpty();
		assertThat(reply.headers("Content-Type")).containsExactly("application/problem+json");
	}

	static List<Object> scopes() {
		return List.of("threads:write agents:read", "agents:read  threads:write files:read",
				List.of("agents:read", "threads:write"), List.of("agents:read", "threads:write", "agents:read"));
	}

	static List<Object[]> roles() {
		return List.of(new Object[] { "clerk", 200 }, new Object[] { List.of("guest", "boss"), 200 },
				new Object[] { List.of("guest"), 403 }, new Object[] { "Clerk", 403 }, new Object[] { List.of(), 403 });
	}

	private static Reply send(String path, String claim, Object value) {
		String token = TestTokens.with((claims) -> claims.claim(claim, value));
		return wire.send("GET " + path, "Authorization: Bearer " + token);
	}

	private static void assertScope(Reply reply, String scope) {
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.headers("WWW-Authenticate"))
			.containsExactly("Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
	}

	/**
	 * Handlers that require scopes and roles.
	 */
	@RestController
	static class Scoped {

		@Bean
		static TokenValidator extractor() {
			return (token) -> AuthUser.of("extracted", token.replace('.', ':').split("\\+"));
		}

		@RequirePermission({ "threads:write", "agents:read" })
		@GetMapping("/write")
		void write() {
		}

		@RequirePermission({ "threads:write", "agents:read" })
		@GetMapping("/ruled")
		void ruled() {
		}

		@Authenticated(by = "bearer")
		@RequirePermission({ "threads:write", "agents:read" })
		@GetMapping("/extracted")
		void extracted() {
		}

		@OptionalAuthentication
		@RequirePermission("threads:write")
		@GetMapping("/optional")
		void optional() {
		}

		@RequireRole({ "clerk", "boss" })
		@GetMapping("/clerks")
		void clerks() {
		}

	}

}
