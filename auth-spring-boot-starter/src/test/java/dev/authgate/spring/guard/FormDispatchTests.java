package dev.authgate.spring.guard;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handler that a form chooses is guarded, although its fields are read later.
 */
class FormDispatchTests {

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

	private static final String KEY = "X-API-Key: ";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(DispatchTests.Parameters.class, Forms.class)
		.tokens()
		.with("authgate.default-authenticator=api-key");

	@Test
	void whenFormMayChooseGuardedHandlerThenCallerIsAskedFirst() {
		assertThat(APP.client().post("/form", "secret=1", FORM).status()).isEqualTo(401);
		assertThat(APP.client().post("/form", "open=1", FORM).status()).isEqualTo(401);
	}

	@Test
	void whenRequestCarriesNoFormThenItIsJudgedByItsQuery() {
		assertThat(APP.client().post("/form", "").status()).isEqualTo(200);
		assertThat(APP.client().post("/form?secret", "").status()).isEqualTo(401);
	}

	@Test
	void whenFormChoosesHandlerThenItsGuardHolds() {
		assertThat(APP.client().post("/form", "secret=1", FORM, KEY + TestApp.READER).body()).contains("secret");
		assertThat(APP.client().post("/form", "secret=1", FORM, KEY + TestApp.ADMIN).status()).isEqualTo(403);
		assertThat(APP.client().post("/form", "open=1", FORM, KEY + TestApp.ADMIN).body()).contains("open");
	}

	@Test
	void whenFormDiffersByPermissionThenEachHandlerRequiresItsOwn() {
		assertThat(APP.client().post("/buttons", "read=1", FORM, KEY + TestApp.READER).status()).isEqualTo(200);
		assertThat(APP.client().post("/buttons", "write=1", FORM, KEY + TestApp.READER).body())
			.contains("\"missing\":[\"threads:write\"]");
		assertThat(APP.client().post("/buttons", "write=1", FORM, KEY + TestApp.WRITER).status()).isEqualTo(200);
	}

	@Test
	void whenFormDiffersByAuthenticatorThenNobodyPasses() {
		assertThat(APP.client().post("/torn", "a=1", FORM, KEY + TestApp.READER).status()).isEqualTo(403);
		assertThat(APP.client().post("/torn", "b=1", FORM, "Authorization: Bearer " + token()).status()).isEqualTo(403);
	}

	@Test
	void whenFormHandlerTakesTokensOnlyThenTokenIsAccepted() {
		assertThat(APP.client().post("/token-form", "a=1", FORM, "Authorization: Bearer " + token()).status())
			.isEqualTo(200);
		assertThat(APP.client().post("/token-form", "a=1", FORM, KEY + TestApp.READER).status()).isEqualTo(401);
	}

	@Test
	void whenMultipartFormChoosesHandlerThenItsGuardHolds() {
		String body = "--x\r\nContent-Disposition: form-data; name=\"secret\"\r\n\r\n1\r\n--x--\r\n";
		String type = "Content-Type: multipart/form-data; boundary=x";
		assertThat(APP.client().post("/form", body, type).status()).isEqualTo(401);
		assertThat(APP.client().exchange("GET", "/by-query", body, type).body()).doesNotContain("secret");
	}

	private static String token() {
		return APP.bean(JwtIssuer.class).issue(AuthUser.of("alice"));
	}

	@RestController
	static class Forms {

		@PublicAccess
		@PostMapping("/form")
		String open() {
			return "open";
		}

		@RequirePermission("threads:read")
		@PostMapping(path = "/form", params = "secret")
		String secret() {
			return "secret";
		}

		@RequirePermission("threads:read")
		@PostMapping(path = "/buttons", params = "read")
		String read() {
			return "read";
		}

		@RequirePermission("threads:write")
		@PostMapping(path = "/buttons", params = "write")
		String write() {
			return "write";
		}

		@Authenticated
		@PostMapping(path = "/torn", params = "a")
		String byKey() {
			return "key";
		}

		@Authenticated(by = "jwt")
		@PostMapping(path = "/torn", params = "b")
		String byToken() {
			return "token";
		}

		@Authenticated(by = "jwt")
		@PostMapping(path = "/token-form", params = "a")
		String tokenForm() {
			return "token";
		}

	}

}
