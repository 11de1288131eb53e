package dev.authgate.spring.guard.rule;

import dev.authgate.Authenticated;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of {@code authgate.routes} and {@code authgate.public-paths}.
 */
class RouteRuleTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class)
		.with("authgate.public-paths=/open/**,/docs", "spring.web.resources.static-locations=classpath:/guard/static/")
		.route(0, "paths=/added/**", "permissions=users:read")
		.route(1, "paths=/open/closed/**", "access=required")
		.route(2, "paths=/open/closed/again", "access=public")
		.route(3, "paths=/method", "methods=GET", "access=public")
		.route(4, "paths=/method", "access=denied")
		.route(5, "paths=/any", "any-permission=threads:write,users:read")
		.route(6, "paths=/role", "roles=admin,auditor")
		.route(7, "paths=/lenient/**", "access=optional")
		.route(8, "paths=/lenient/secret", "permissions=users:read")
		.route(9, "paths=/denied/**", "access=denied")
		.route(10, "paths=/head", "methods=HEAD", "access=public")
		.route(11, "paths=/head", "methods=GET", "permissions=users:read")
		.route(12, "paths=/options", "methods=OPTIONS", "access=public")
		.route(13, "paths=/{one}/tie", "access=public")
		.route(14, "paths=/tie/{two}", "access=required");

	@Test
	void whenRuleRequiresThenItIsAddedToAnnotation() {
		assertThat(APP.getAs(TestApp.READER, "/added").body()).contains("\"missing\":[\"users:read\"]");
		assertThat(APP.getAs(TestApp.ADMIN, "/added").body()).contains("\"missing\":[\"threads:read\"]");
	}

	@Test
	void whenMethodIsAuthenticatedOnlyThenRequirementOfRuleIsNotLifted() {
		assertThat(APP.getAs(TestApp.READER, "/added/authenticated").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.ADMIN, "/added/authenticated").status()).isEqualTo(200);
	}

	@Test
	void whenAnyPermissionOfRuleIsHeldThenLetThrough() {
		assertThat(APP.getAs(TestApp.WRITER, "/any").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/any").status()).isEqualTo(403);
	}

	@Test
	void whenRoleOfRuleIsHeldThenLetThrough() {
		assertThat(APP.getAs(TestApp.ADMIN, "/role").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.WRITER, "/role").status()).isEqualTo(403);
	}

	@Test
	void whenPathIsPublicThenCredentialsAreNotRead() {
		assertThat(APP.get("/open/a").status()).isEqualTo(200);
		assertThat(APP.get("/open/a", "X-API-Key: rubbish", "Authorization: Basic !").status()).isEqualTo(200);
	}

	@Test
	void whenPathIsPublicThenForEveryMethod() {
		assertThat(APP.client().post("/open/a", "").status()).isEqualTo(200);
		assertThat(APP.client().send("DELETE", "/open/a").status()).isEqualTo(405);
	}

	@Test
	void whenRuleIsMoreSpecificThenItWins() {
		assertThat(APP.get("/open/closed/x").status()).isEqualTo(401);
		assertThat(APP.get("/open/closed/again").status()).isEqualTo(200);
	}

	@Test
	void whenRuleNamesMethodThenItWinsForThatMethodAlone() {
		assertThat(APP.get("/method").status()).isEqualTo(200);
		assertThat(APP.client().post("/method", "", "X-API-Key: " + TestApp.ADMIN).status()).isEqualTo(403);
	}

	@Test
	void whenRuleIsForGetThenItIncludesHead() {
		assertThat(APP.client().send("HEAD", "/method").status()).isEqualTo(200);
	}

	@Test
	void whenRuleIsForHeadThenItWinsForHeadAlone() {
		assertThat(APP.client().send("HEAD", "/head").status()).isEqualTo(200);
		assertThat(APP.get("/head").status()).isEqualTo(401);
	}

	@Test
	void whenRuleRequiresPermissionThenOptionalRuleAboveDoesNotOpenIt() {
		assertThat(APP.get("/lenient/x").status()).isEqualTo(200);
		assertThat(APP.get("/lenient/secret").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/lenient/secret").status()).isEqualTo(403);
	}

	@Test
	void whenAccessIsDeniedThenNobodyPasses() {
		assertThat(APP.get("/denied/x").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.ADMIN, "/denied/x").status()).isEqualTo(403);
	}

	@Test
	void whenRulesAreEquallySpecificThenTheStricterWins() {
		assertThat(APP.get("/tie/tie").status()).isEqualTo(401);
		assertThat(APP.get("/x/tie").status()).isEqualTo(200);
	}

	/** G15. */
	@Test
	void whenHeadIsSentThenGuardOfGetHolds() {
		assertThat(APP.client().send("HEAD", "/added").status()).isEqualTo(401);
		assertThat(APP.client().send("HEAD", "/added", "X-API-Key: " + TestApp.READER).status()).isEqualTo(403);
		assertThat(APP.client().send("HEAD", "/any", "X-API-Key: " + TestApp.ADMIN).status()).isEqualTo(200);
	}

	/** G15. */
	@Test
	void whenOptionsIsNoPreFlightThenDefaultGuardHolds() {
		assertThat(APP.client().send("OPTIONS", "/open/a").status()).isEqualTo(401);
		assertThat(APP.client().send("OPTIONS", "/open/a", "Origin: https://a.example").status()).isEqualTo(401);
		RawResponse known = APP.client().send("OPTIONS", "/open/a", "X-API-Key: " + TestApp.ADMIN);
		assertThat(known.status()).isEqualTo(200);
		assertThat(known.header("Allow")).isNotEmpty();
	}

	@Test
	void whenRuleOpensOptionsByNameThenOpen() {
		assertThat(APP.client().send("OPTIONS", "/options").status()).isEqualTo(200);
		assertThat(APP.get("/options").status()).isEqualTo(401);
	}

	@Test
	void whenHandlerTakesOptionsThenItIsGuardedToo() {
		assertThat(APP.client().send("OPTIONS", "/everything").status()).isEqualTo(401);
		assertThat(APP.client().send("OPTIONS", "/everything", "X-API-Key: " + TestApp.ADMIN).status()).isEqualTo(403);
		assertThat(APP.client().send("OPTIONS", "/everything", "X-API-Key: " + TestApp.READER).status()).isEqualTo(200);
	}

	@Test
	void whenMethodIsUnknownThenRefused() {
		assertThat(APP.client().send("TRACE", "/added").status()).isGreaterThanOrEqualTo(400).isLessThan(500);
		assertThat(APP.client().send("BREW", "/added").status()).isGreaterThanOrEqualTo(400).isLessThan(500);
	}

	@RestController
	static class Handlers {

		@RequirePermission("threads:read")
		@GetMapping("/added")
		String added() {
			return "added";
		}

		@Authenticated
		@GetMapping("/added/authenticated")
		String authenticated() {
			return "authenticated";
		}

		@GetMapping({ "/any", "/role", "/lenient/{x}", "/open/closed/{x}", "/denied/{x}", "/head", "/options",
				"/tie/{x}", "/x/tie" })
		String any() {
			return "any";
		}

		@GetMapping("/open/a")
		String get() {
			return "open";
		}

		@PostMapping("/open/a")
		String post() {
			return "open";
		}

		@RequestMapping(path = "/method", method = { RequestMethod.GET, RequestMethod.POST })
		String method() {
			return "method";
		}

		@RequirePermission("threads:read")
		@RequestMapping(path = "/everything", method = RequestMethod.OPTIONS)
		String everything() {
			return "everything";
		}

	}

}
