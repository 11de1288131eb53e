package dev.authgate.spring.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

import dev.authgate.AuthUser;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PostFilter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Handlers that are dispatched, or answer, in each way there is.
 */
@RestController
class DispatchHandlers {

	@GetMapping("/api/callable")
	Callable<String> callable() {
		return DispatchHandlers::contextName;
	}

	@GetMapping("/api/deferred")
	DeferredResult<String> deferred() {
		DeferredResult<String> result = new DeferredResult<>();
		new Thread(() -> result.setResult("deferred")).start();
		return result;
	}

	@GetMapping("/api/sse")
	SseEmitter sse() throws IOException {
		SseEmitter emitter = new SseEmitter();
		emitter.send("event");
		emitter.complete();
		return emitter;
	}

	@GetMapping("/api/stream")
	ResponseEntity<StreamingResponseBody> stream() {
		String name = contextName();
		return ResponseEntity.ok((out) -> out.write(name.getBytes(StandardCharsets.UTF_8)));
	}

	@GetMapping("/api/servlet-user")
	List<String> servletUser(HttpServletRequest request) {
		return List.of(String.valueOf(request.getUserPrincipal().getName()), String.valueOf(request.getRemoteUser()),
				"admin " + request.isUserInRole("admin"), "ROLE_admin " + request.isUserInRole("ROLE_admin"),
				"other " + request.isUserInRole("other"), contextName(),
				"session " + (request.getSession(false) != null));
	}

	@GetMapping("/api/principal")
	AuthUser principal(@AuthenticationPrincipal AuthUser user) {
		return user;
	}

	@PreAuthorize("hasAuthority('threads:read')")
	@GetMapping("/api/pre-authorized")
	String preAuthorized() {
		return "authorized";
	}

	@PreAuthorize("hasRole('admin')")
	@GetMapping("/api/pre-authorized-role")
	String preAuthorizedRole() {
		return "authorized";
	}

	@PostFilter("filterObject == authentication.name")
	@GetMapping("/api/post-filtered")
	List<String> postFiltered() {
		return new java.util.ArrayList<>(List.of("client_1", "client_2"));
	}

	@GetMapping("/api/headers/set")
	String set(HttpServletResponse response) {
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		response.setHeader("Cache-Control", "max-age=60");
		return "set";
	}

	@GetMapping("/api/headers/add")
	String add(HttpServletResponse response) {
		response.addHeader("x-frame-options", "SAMEORIGIN");
		response.addHeader("cache-control", "private");
		response.addHeader("cache-control", "max-age=60");
		return "add";
	}

	@GetMapping("/api/headers/entity")
	ResponseEntity<String> entity() {
		return ResponseEntity.ok()
			.header("X-Frame-Options", "SAMEORIGIN")
			.header("Cache-Control", "max-age=60")
			.body("entity");
	}

	@GetMapping("/api/headers/reset")
	String reset(HttpServletResponse response) {
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		response.reset();
		return "reset";
	}

	@GetMapping("/api/headers/async")
	Callable<String> async(HttpServletResponse response) {
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		return () -> "async";
	}

	@GetMapping("/api/headers/error")
	void error(HttpServletResponse response) throws IOException {
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		response.sendError(418);
	}

	@GetMapping("/api/headers/redirect")
	void redirect(HttpServletResponse response) throws IOException {
		response.sendRedirect("/open/path");
	}

	@GetMapping(path = "/api/headers/html", produces = "text/html")
	String html() {
		return "<p>html</p>";
	}

	@GetMapping(path = "/api/headers/own-policy", produces = "text/html")
	ResponseEntity<String> ownPolicy() {
		return ResponseEntity.ok().header("Content-Security-Policy", "default-src 'none'").body("<p>html</p>");
	}

	static String contextName() {
		return String.valueOf(SecurityContextHolder.getContext().getAuthentication().getName());
	}

}
