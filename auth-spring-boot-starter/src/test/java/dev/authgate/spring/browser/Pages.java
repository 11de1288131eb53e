package dev.authgate.spring.browser;

import java.util.Map;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * What a small application with people in it serves.
 */
@RestController
class Pages {

	@GetMapping("/dashboard")
	String dashboard(AuthUser user) {
		return "<h1>Welcome, " + user.id() + "!</h1>";
	}

	@GetMapping("/caller")
	Caller caller(Caller caller) {
		return caller;
	}

	@GetMapping("/csrf")
	String csrf(@RequestAttribute("_csrf") CsrfToken token) {
		return token.getToken();
	}

	@GetMapping("/threads")
	@RequirePermission("threads:read")
	String threads() {
		return "threads";
	}

	@GetMapping("/admin")
	@RequireRole("admin")
	String admin() {
		return "admin";
	}

	@PostMapping("/notes")
	String note(@RequestParam("text") String text) {
		return "noted " + text;
	}

	@PostMapping("/json")
	Map<String, Object> json(@RequestBody Map<String, Object> body) {
		return body;
	}

	@DeleteMapping("/notes")
	String delete() {
		return "deleted";
	}

	@GetMapping("/open")
	@PublicAccess
	String open() {
		return "open";
	}

	@GetMapping("/hello")
	@OptionalAuthentication
	String hello(@Nullable AuthUser user) {
		return "hello " + ((user != null) ? user.id() : "stranger");
	}

	@GetMapping("/mixed")
	@Authenticated(by = { "api-key", "session" })
	String mixed(Caller caller) {
		return caller.authenticator() + " " + caller.user().id();
	}

	@PostMapping("/mixed")
	@Authenticated(by = { "api-key", "session" })
	String change(Caller caller) {
		return "changed by " + caller.authenticator();
	}

	@GetMapping("/key")
	@Authenticated(by = "api-key")
	String key(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session == null) ? "no session" : "session";
	}

	@GetMapping("/anonymous-session")
	@PublicAccess
	String anonymousSession(HttpSession session) {
		session.setAttribute("basket", "apples");
		return session.getId();
	}

	@GetMapping("/basket")
	String basket(HttpSession session) {
		return "basket " + session.getAttribute("basket");
	}

	@GetMapping("/junk")
	@PublicAccess
	String junk(HttpSession session, @RequestParam("text") String text) {
		session.setAttribute("dev.authgate.login", text);
		return "stored";
	}

}
