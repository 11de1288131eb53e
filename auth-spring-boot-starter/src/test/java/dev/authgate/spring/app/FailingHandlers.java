package dev.authgate.spring.app;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.authgate.AuthException;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Handlers that fail in each way that concerns us.
 */
@RestController
class FailingHandlers {

	private final GuardedBeans.Vault vault;

	private final GuardedBeans.AdminDesk desk;

	FailingHandlers(GuardedBeans.Vault vault, GuardedBeans.AdminDesk desk) {
		this.vault = vault;
		this.desk = desk;
	}

	@GetMapping("/open/fail/default")
	String byDefault() {
		throw new AuthException();
	}

	@GetMapping("/api/fail/default")
	String byDefaultAuthenticated() {
		throw new AuthException();
	}

	@GetMapping("/open/fail/message")
	String message() {
		throw new AuthException("Missing authorization header");
	}

	@GetMapping("/open/fail/forbidden")
	String forbidden() {
		throw AuthException.forbidden("Not \"yours\" é\n");
	}

	@GetMapping("/open/fail/too-many")
	String tooMany() {
		throw new AuthException("Slow down", 429);
	}

	@GetMapping("/open/fail/unavailable")
	String unavailable() {
		throw new AuthException("Later", 503);
	}

	@GetMapping("/open/fail/wrapped")
	String wrapped() {
		throw new IllegalStateException("outer", new RuntimeException(AuthException.forbidden("inner")));
	}

	@GetMapping("/open/fail/callable")
	Callable<String> callable() {
		return () -> {
			throw AuthException.forbidden("from a callable");
		};
	}

	@GetMapping("/open/fail/deferred")
	DeferredResult<String> deferred() {
		DeferredResult<String> result = new DeferredResult<>();
		new Thread(() -> result.setErrorResult(AuthException.forbidden("from a deferred result"))).start();
		return result;
	}

	@GetMapping("/open/fail/stream")
	StreamingResponseBody stream() {
		return (out) -> {
			throw AuthException.forbidden("from a stream");
		};
	}

	@GetMapping("/open/fail/writer")
	void writer(HttpServletResponse response) throws IOException {
		response.setContentType("text/html;charset=UTF-16");
		response.getWriter().write("begun");
		throw AuthException.forbidden("after the writer é");
	}

	@GetMapping("/open/fail/cached")
	void cached(HttpServletResponse response) {
		response.setHeader("Cache-Control", "public, max-age=3600");
		throw AuthException.forbidden("not to be kept");
	}

	@GetMapping("/open/fail/committed")
	void committed(HttpServletResponse response) throws IOException {
		response.getOutputStream().print("begun");
		response.flushBuffer();
		throw AuthException.forbidden("too late");
	}

	@GetMapping("/open/fail/boom")
	String boom() {
		throw new IllegalStateException("boom");
	}

	@GetMapping("/open/fail/service")
	String service() {
		throw new AuthenticationServiceException("the directory is down at 10.0.0.1");
	}

	@GetMapping("/api/fail/authentication")
	String authentication() {
		throw new BadCredentialsException("wrong");
	}

	@GetMapping({ "/open/fail/access", "/api/fail/access" })
	String access() {
		throw new AccessDeniedException("no");
	}

	@GetMapping({ "/open/fail/bean", "/api/fail/bean" })
	String bean() {
		return this.vault.open();
	}

	@GetMapping({ "/open/fail/role-bean", "/api/fail/role-bean" })
	String roleBean() {
		return this.desk.report();
	}

}
