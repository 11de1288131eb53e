package dev.authgate.spring.guard;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who guards a request and who serves it never disagree.
 */
class DispatchTests {

	private static final String KEY = "X-API-Key: ";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Parameters.class, Conditions.class, Specific.class)
		.tokens()
		.with("authgate.default-authenticator=api-key", "authgate.public-paths=/opened/**");

	@Test
	void whenQueryChoosesHandlerThenItsGuardHolds() {
		assertThat(APP.get("/by-query").status()).isEqualTo(200);
		assertThat(APP.get("/by-query?secret").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.ADMIN, "/by-query?secret").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.READER, "/by-query?secret").body()).contains("secret");
	}

	@Test
	void whenParameterIsEncodedThenItsHandlerIsGuarded() {
		assertThat(APP.get("/by-query?%73ecret=1").status()).isEqualTo(401);
		assertThat(APP.get("/by-query?a=b&secret=").status()).isEqualTo(401);
	}

	@Test
	void whenQueryIsMalformedThenNothingOpensAndNothingFails() {
		assertThat(APP.get("/by-query?secret&x=%zz").status()).isBetween(400, 499);
		assertThat(APP.get("/by-query?%").status()).isLessThan(500);
		assertThat(APP.getAs(TestApp.READER, "/by-query?x=%zz").status()).isLessThan(500);
	}

	@Test
	void whenOnlyOneHandlerTakesParameterThenOthersAreAnsweredByDefault() {
		assertThat(APP.get("/only").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.ADMIN, "/only").status()).isEqualTo(400);
		assertThat(APP.get("/only?open").status()).isEqualTo(200);
	}

	@Test
	void whenHeaderChoosesHandlerThenItsGuardHolds() {
		assertThat(APP.get("/by-header").status()).isEqualTo(200);
		assertThat(APP.get("/by-header", "X-Mode: secret").status()).isEqualTo(401);
		assertThat(APP.get("/by-header", "X-Mode: secret", KEY + TestApp.READER).body()).contains("secret");
	}

	@Test
	void whenContentTypeChoosesHandlerThenItsGuardHolds() {
		assertThat(APP.client().post("/by-type", "x", "Content-Type: text/plain").status()).isEqualTo(200);
		assertThat(APP.client().post("/by-type", "{}", "Content-Type: application/json").status()).isEqualTo(401);
	}

	@Test
	void whenAcceptChoosesHandlerThenItsGuardHolds() {
		assertThat(APP.get("/by-accept", "Accept: text/plain").status()).isEqualTo(200);
		assertThat(APP.get("/by-accept", "Accept: application/json").status()).isEqualTo(401);
	}

	@Test
	void whenMethodIsNotAllowedThenDefaultGuardAnswers() {
		assertThat(APP.client().send("DELETE", "/by-query").status()).isEqualTo(401);
		assertThat(APP.client().send("DELETE", "/by-query", KEY + TestApp.ADMIN).status()).isEqualTo(405);
	}

	@Test
	void whenTypeIsNotAcceptableThenDefaultGuardAnswers() {
		assertThat(APP.get("/by-accept", "Accept: image/png").status()).isEqualTo(401);
		assertThat(APP.get("/by-accept", "Accept: image/png", KEY + TestApp.ADMIN).status()).isEqualTo(406);
	}

	@Test
	void whenTypeIsNotSupportedThenDefaultGuardAnswers() {
		assertThat(APP.client().post("/by-type", "x", "Content-Type: image/png").status()).isEqualTo(401);
		assertThat(APP.client().post("/by-type", "x", "Content-Type: image/png", KEY + TestApp.ADMIN).status())
			.isEqualTo(415);
	}

	@Test
	void whenContentTypeIsMalformedThenRefused() {
		assertThat(APP.client().post("/by-type", "x", "Content-Type: ;;").status()).isEqualTo(401);
		assertThat(APP.get("/by-accept", "Accept: ;;").status()).isEqualTo(401);
	}

	@Test
	void whenPathIsPublicThenWrongMethodIsAnsweredToAnybody() {
		assertThat(APP.client().send("DELETE", "/opened/a").status()).isEqualTo(405);
		assertThat(APP.get("/opened/nowhere").status()).isEqualTo(404);
	}

	@Test
	void whenLiteralAndVariableMatchThenTheChosenOneIsGuarded() {
		assertThat(APP.get("/items/open").status()).isEqualTo(200);
		assertThat(APP.get("/items/other").status()).isEqualTo(401);
		assertThat(APP.get("/items/ope%6e").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/items/other").body()).contains("one");
	}

	@Test
	void whenVariableMatchesPublicHandlerThenOnlyThatOneIsOpen() {
		assertThat(APP.get("/posts/7").status()).isEqualTo(200);
		assertThat(APP.get("/posts/drafts").status()).isEqualTo(401);
		assertThat(APP.get("/posts/7/edit").status()).isEqualTo(401);
	}

	/** G13. */
	@Test
	void whenBodyIsBadAndKeyIsMissingThenCredentialsAreAskedForFirst() {
		assertThat(APP.client().post("/json", "{", "Content-Type: application/json").status()).isEqualTo(401);
		assertThat(APP.client().post("/json", "{", "Content-Type: application/json", KEY + TestApp.ADMIN).status())
			.isEqualTo(403);
		assertThat(APP.client().post("/json", "{", "Content-Type: application/json", KEY + TestApp.READER).status())
			.isEqualTo(400);
	}

	@RestController
	static class Parameters {

		@PublicAccess
		@GetMapping("/by-query")
		String open() {
			return "open";
		}

		@RequirePermission("threads:read")
		@GetMapping(path = "/by-query", params = "secret")
		String secret() {
			return "secret";
		}

		@PublicAccess
		@GetMapping(path = "/only", params = "open")
		String only() {
			return "only";
		}

	}

	@RestController
	static class Conditions {

		@PublicAccess
		@GetMapping("/by-header")
		String plainHeader() {
			return "open";
		}

		@RequirePermission("threads:read")
		@GetMapping(path = "/by-header", headers = "X-Mode=secret")
		String header() {
			return "secret";
		}

		@PublicAccess
		@PostMapping(path = "/by-type", consumes = MediaType.TEXT_PLAIN_VALUE)
		String text() {
			return "text";
		}

		@RequirePermission("threads:read")
		@PostMapping(path = "/by-type", consumes = MediaType.APPLICATION_JSON_VALUE)
		String json() {
			return "json";
		}

		@PublicAccess
		@GetMapping(path = "/by-accept", produces = MediaType.TEXT_PLAIN_VALUE)
		String asText() {
			return "text";
		}

		@RequirePermission("threads:read")
		@GetMapping(path = "/by-accept", produces = MediaType.APPLICATION_JSON_VALUE)
		String asJson() {
			return "\"json\"";
		}

		@RequirePermission("threads:read")
		@PostMapping("/json")
		String body(@RequestBody AuthorOf author) {
			return author.name();
		}

	}

	record AuthorOf(String name) {
	}

	@RestController
	static class Specific {

		@PublicAccess
		@GetMapping("/items/open")
		String open() {
			return "open";
		}

		@RequirePermission("threads:read")
		@GetMapping("/items/{id}")
		String one() {
			return "one";
		}

		@PublicAccess
		@GetMapping("/posts/{id:[0-9]+}")
		String post() {
			return "post";
		}

		@RequestMapping("/posts/{name}")
		String drafts() {
			return "drafts";
		}

		@GetMapping("/opened/a")
		String opened() {
			return "opened";
		}

	}

}
