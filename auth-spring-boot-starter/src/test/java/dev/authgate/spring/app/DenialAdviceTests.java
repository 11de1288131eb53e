package dev.authgate.spring.app;

import java.util.Map;

import dev.authgate.AuthException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O13: what advice of the application can do to denials, and cannot.
 */
class DenialAdviceTests {

	/**
	 * Advice for everything does not swallow a denial.
	 */
	@Test
	void whenAdviceHandlesEverythingThenDenialIsOurs() {
		Map<String, Integer> statuses = Map.of("/api/fail/bean", 403, "/api/fail/role-bean", 403, "/api/pre-denied",
				403, "/api/fail/access", 403, "/api/fail/authentication", 401, "/api/fail/default", 401,
				"/open/fail/wrapped", 403, "/open/fail/callable", 403);
		Slim.serve(Slim.application(Denials.class, SwallowsEverything.class),
				(mvc) -> assertThat(statuses).allSatisfy((path, status) -> assertThat(get(mvc, path)).hasStatus(status)
					.bodyText()
					.contains("\"code\":")
					.doesNotContain("swallowed")));
	}

	/**
	 * What is no denial stays with the application's advice.
	 */
	@Test
	void whenAdviceHandlesEverythingThenOtherErrorsAreItsOwn() {
		Slim.serve(Slim.application(Denials.class, SwallowsEverything.class),
				(mvc) -> assertThat(get(mvc, "/open/fail/boom")).hasStatus(500).bodyText().isEqualTo("swallowed"));
	}

	/**
	 * A method of the controller for everything does not swallow a denial.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/local/access", "/local/ours" })
	void whenControllerHandlesEverythingThenDenialIsOurs(String path) {
		Slim.serve(Slim.application(SwallowsLocally.class),
				(mvc) -> assertThat(get(mvc, path)).hasStatus(403).bodyText().contains("access_denied"));
	}

	/**
	 * Advice that names the type of the denial answers it.
	 */
	@Test
	void whenAdviceNamesDenialThenItAnswers() {
		Map<String, String> bodies = Map.of("/api/fail/access", "named access", "/open/fail/forbidden", "named ours",
				"/open/fail/wrapped", "named ours", "/api/fail/bean", "named access");
		Slim.serve(Slim.application(Denials.class, NamesDenials.class), (mvc) -> assertThat(bodies)
			.allSatisfy((path, body) -> assertThat(get(mvc, path)).hasStatus(418).bodyText().isEqualTo(body)));
	}

	/**
	 * A method of the controller that names the type of the denial answers it.
	 */
	@Test
	void whenControllerNamesDenialThenItAnswers() {
		Slim.serve(Slim.application(NamesLocally.class),
				(mvc) -> assertThat(get(mvc, "/local/ours")).hasStatus(418).bodyText().isEqualTo("named locally"));
	}

	/**
	 * Where advice for everything would be chosen, advice of lower precedence that names
	 * the denial changes nothing.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/api/fail/access", "/open/fail/wrapped" })
	void whenAdviceForEverythingComesFirstThenDenialIsOurs(String path) {
		Slim.serve(Slim.application(Denials.class, SwallowsEverything.class, NamesDenials.class),
				(mvc) -> assertThat(get(mvc, path)).hasStatus(403).bodyText().contains("access_denied"));
	}

	/**
	 * Advice for other controllers does not open the way for advice for everything.
	 */
	@Test
	void whenAdviceNamesDenialForOtherControllersThenDenialIsOurs() {
		Slim.serve(Slim.application(Denials.class, NamesForOthers.class, SwallowsLast.class),
				(mvc) -> assertThat(get(mvc, "/api/fail/access")).hasStatus(403).bodyText().contains("access_denied"));
	}

	/**
	 * Advice that names the denial and answers another media type does not open the way
	 * either.
	 */
	@Test
	void whenAdviceNamesDenialForOtherMediaTypeThenDenialIsOurs() {
		Slim.serve(Slim.application(Denials.class, NamesForHtml.class, SwallowsLast.class),
				(mvc) -> assertThat(get(mvc, "/api/fail/access")).hasStatus(403).bodyText().contains("access_denied"));
	}

	/**
	 * An exception of advice for a wrapped denial is judged by the wrapped one.
	 */
	@Test
	void whenAdviceNamesDenialAndWrapperThenWrapperDoesNotSwallow() {
		Slim.serve(Slim.application(Denials.class, NamesBoth.class),
				(mvc) -> assertThat(get(mvc, "/open/fail/wrapped")).hasStatus(403)
					.bodyText()
					.contains("\"detail\":\"inner\""));
	}

	/**
	 * Advice that throws the denial again leaves it to us.
	 */
	@Test
	void whenAdviceThrowsDenialAgainThenDenialIsOurs() {
		Slim.serve(Slim.application(Denials.class, ThrowsAgain.class),
				(mvc) -> assertThat(get(mvc, "/api/fail/access")).hasStatus(403).bodyText().contains("access_denied"));
	}

	private static MockMvcTester.MockMvcRequestBuilder request(MockMvc mvc, String path) {
		return MockMvcTester.create(mvc)
			.get()
			.uri(path)
			.header("X-API-Key", Slim.KEY)
			.header("Accept", "application/json");
	}

	private static MvcTestResult get(MockMvc mvc, String path) {
		return request(mvc, path).exchange();
	}

	/**
	 * Handlers that deny.
	 */
	@Import({ FailingHandlers.class, GuardedBeans.class, PreDenied.class })
	static class Denials {

	}

	/**
	 * A handler that Spring Security denies.
	 */
	@RestController
	static class PreDenied {

		@PreAuthorize("hasRole('nobody')")
		@GetMapping("/api/pre-denied")
		String denied() {
			return "never";
		}

	}

	/**
	 * Advice as most applications have it.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@RestControllerAdvice
	static class SwallowsEverything {

		@ExceptionHandler({ Exception.class, RuntimeException.class })
		ResponseEntity<String> swallow(Exception exception) {
			return ResponseEntity.internalServerError().body("swallowed");
		}

	}

	/**
	 * Advice as most applications have it, asked last.
	 */
	@Order(Ordered.LOWEST_PRECEDENCE)
	@ControllerAdvice
	static class SwallowsLast {

		@ExceptionHandler
		ResponseEntity<String> swallow(RuntimeException exception) {
			return ResponseEntity.internalServerError().body("swallowed");
		}

	}

	/**
	 * A controller that handles all its exceptions.
	 */
	@RestController
	static class SwallowsLocally {

		@GetMapping("/local/access")
		String access() {
			throw new AccessDeniedException("no");
		}

		@GetMapping("/local/ours")
		String ours() {
			throw AuthException.forbidden("no");
		}

		@ExceptionHandler(Throwable.class)
		ResponseEntity<String> swallow() {
			return ResponseEntity.internalServerError().body("swallowed");
		}

	}

	/**
	 * Advice for denials.
	 */
	@RestControllerAdvice
	static class NamesDenials {

		@ExceptionHandler(AccessDeniedException.class)
		ResponseEntity<String> access() {
			return ResponseEntity.status(418).body("named access");
		}

		@ExceptionHandler
		ResponseEntity<String> ours(AuthException exception) {
			return ResponseEntity.status(418).body("named ours");
		}

	}

	/**
	 * A controller with a method for denials.
	 */
	@RestController
	static class NamesLocally {

		@GetMapping("/local/ours")
		String ours() {
			throw AuthException.forbidden("no");
		}

		@ExceptionHandler(AuthException.class)
		ResponseEntity<String> named() {
			return ResponseEntity.status(418).body("named locally");
		}

	}

	/**
	 * Advice for denials of other controllers.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@RestControllerAdvice(assignableTypes = NamesLocally.class)
	static class NamesForOthers {

		@ExceptionHandler(AccessDeniedException.class)
		String access() {
			return "never";
		}

	}

	/**
	 * Advice for denials of those who want a page.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@RestControllerAdvice
	static class NamesForHtml {

		@ExceptionHandler(exception = AccessDeniedException.class, produces = "text/html")
		String access() {
			return "never";
		}

	}

	/**
	 * Advice for denials and for what wraps them.
	 */
	@RestControllerAdvice
	static class NamesBoth {

		@ExceptionHandler(AuthException.class)
		ResponseEntity<String> ours() {
			return ResponseEntity.status(418).body("named ours");
		}

		@ExceptionHandler(IllegalStateException.class)
		ResponseEntity<String> wrapper() {
			return ResponseEntity.internalServerError().body("swallowed");
		}

	}

	/**
	 * Advice that hands on.
	 */
	@RestControllerAdvice
	static class ThrowsAgain {

		@ExceptionHandler(AccessDeniedException.class)
		void again(AccessDeniedException exception) {
			throw exception;
		}

	}

}
