package dev.authgate.spring.guard;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.authgate.Authenticated;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NOT_FOUND;

/**
 * What becomes of guards when a request is dispatched again.
 */
class ForwardTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class)
		.with("authgate.public-paths=/public/**")
		.route(0, "paths=/ruled", "roles=admin");

	@Test
	void whenPublicHandlerForwardsToGuardedOneThenDenied() {
		assertThat(APP.get("/public/forward").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/public/forward").status()).isEqualTo(401);
	}

	@Test
	void whenGuardIsMetThenForwardIsAllowed() {
		assertThat(APP.getAs(TestApp.READER, "/forward").body()).contains("guarded");
		assertThat(APP.getAs(TestApp.ADMIN, "/forward").body()).contains("\"missing\":[\"threads:read\"]");
	}

	@Test
	void whenOptionalHandlerForwardsThenCallerIsJudged() {
		assertThat(APP.get("/optional/forward").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/optional/forward").status()).isEqualTo(200);
	}

	@Test
	void whenForwardedToHandlerUnderRuleThenOnlyAnnotationsCount() {
		assertThat(APP.get("/public/to-rule").body()).contains("ruled");
		assertThat(APP.get("/public/to-plain").body()).contains("plain");
	}

	@Test
	void whenPublicHandlerIncludesGuardedOneThenNothingOfItIsShown() {
		String body = APP.get("/public/include").body();
		assertThat(body).doesNotContain("guarded").contains("before").contains("after");
	}

	@Test
	void whenGuardIsMetThenIncludeIsAllowed() {
		assertThat(APP.getAs(TestApp.READER, "/include").body()).contains("before", "guarded", "after");
	}

	@Test
	void whenPublicHandlerFailsThenErrorIsShown() {
		assertThat(APP.get("/public/fail").status()).isEqualTo(500);
	}

	@Test
	void whenPublicPathIsUnknownThenNotFound() {
		assertThat(APP.get("/public/nowhere").status()).isEqualTo(404);
		assertThat(APP.get("/public/missing").status()).isEqualTo(404);
	}

	@Test
	void whenErrorPathIsAskedForDirectlyThenDefaultHolds() {
		assertThat(APP.get("/error").status()).isEqualTo(401);
	}

	@Test
	void whenGuardedHandlerAnswersLaterThenItIsJudgedOnce() {
		assertThat(APP.getAs(TestApp.READER, "/async").body()).contains("late");
		assertThat(APP.getAs(TestApp.READER, "/deferred").body()).contains("late");
		assertThat(APP.get("/async").status()).isEqualTo(401);
	}

	@Test
	void whenPublicHandlerAnswersLaterThenItStaysPublic() {
		assertThat(APP.get("/public/async").body()).contains("late");
	}

	@Controller
	static class Handlers {

		@GetMapping({ "/public/forward", "/forward" })
		String forward() {
			return "forward:/guarded";
		}

		@OptionalAuthentication
		@GetMapping("/optional/forward")
		String optionalForward() {
			return "forward:/guarded";
		}

		@GetMapping("/public/to-rule")
		String toRule() {
			return "forward:/ruled";
		}

		@GetMapping("/public/to-plain")
		String toPlain() {
			return "forward:/plain";
		}

		@GetMapping({ "/public/include", "/include" })
		void include(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			response.getOutputStream().print("before ");
			request.getRequestDispatcher("/guarded").include(request, response);
			response.getOutputStream().print(" after");
		}

		@RequirePermission("threads:read")
		@GetMapping("/guarded")
		@ResponseBody
		String guarded() {
			return "guarded";
		}

		@GetMapping({ "/ruled", "/plain" })
		@ResponseBody
		String plain(HttpServletRequest request) {
			return request.getRequestURI();
		}

		@PublicAccess
		@GetMapping("/public/fail")
		String fail() {
			throw new IllegalStateException("broken");
		}

		@GetMapping("/public/missing")
		String missing() {
			throw new ResponseStatusException(NOT_FOUND);
		}

		@Authenticated
		@GetMapping("/async")
		@ResponseBody
		Callable<String> async() {
			return () -> "late";
		}

		@GetMapping("/public/async")
		@ResponseBody
		Callable<String> publicAsync() {
			return () -> "late";
		}

		@RequirePermission("threads:read")
		@GetMapping("/deferred")
		@ResponseBody
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			new Thread(() -> result.setResult("late")).start();
			return result;
		}

	}

}
