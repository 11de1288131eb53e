package dev.authgate.spring.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import dev.authgate.spring.guard.handler.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.springframework.web.HttpRequestHandler;
import org.springframework.web.util.HtmlUtils;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The page on which people type their names and passwords, for applications that have
 * none of their own: no script, nothing from elsewhere.
 * <p>
 * Immutable.
 */
public final class LoginPage implements HttpRequestHandler {

	/** What people are told whatever exactly was wrong. */
	static final String REFUSED = "Invalid credentials";

	private static final String STYLE = "body{font:1rem/1.5 sans-serif;margin:4rem auto;max-width:20rem;padding:0 1rem}"
			+ "label,input,button{display:block;width:100%;box-sizing:border-box;font:inherit}"
			+ "input{margin:.25rem 0 1rem;padding:.5rem}input[type=checkbox]{display:inline;width:auto}"
			+ "button{padding:.5rem}[role=alert]{color:#a00}";

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src '" + hash(STYLE)
			+ "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private final LoginPaths paths;

	private final boolean remembers;

	/**
	 * Makes the page.
	 * @param paths where its form is sent
	 * @param remembers whether people may ask to stay logged in
	 */
	public LoginPage(LoginPaths paths, boolean remembers) {
		this.paths = paths;
		this.remembers = remembers;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
			response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
			response.setHeader("Allow", "GET, HEAD, POST");
			return;
		}
		List<String> targets = QueryParameters.parse(request.getQueryString())
			.getOrDefault(LoginPaths.CONTINUE, List.of());
		write(HttpServletResponse.SC_OK, (targets.size() == 1) ? LocalTarget.parse(targets.get(0)) : null, request,
				response);
	}

	/**
	 * Shows the page again to somebody whose login was refused.
	 */
	void refuse(@Nullable LocalTarget target, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		write(HttpServletResponse.SC_UNAUTHORIZED, target, request, response);
	}

	private void write(int status, @Nullable LocalTarget target, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		byte[] page = page(status, target, request).getBytes(StandardCharsets.UTF_8);
		response.setStatus(status);
		response.setContentType("text/html;charset=UTF-8");
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		response.setHeader("Cache-Control", "no-store");
		response.setContentLength(page.length);
		response.getOutputStream().write(page);
	}

	private String page(int status, @Nullable LocalTarget target, HttpServletRequest request) {
		String alert = (status == HttpServletResponse.SC_UNAUTHORIZED)
				? "<div role=\"alert\">\n<p>" + REFUSED + "</p>\n</div>\n" : "";
		String hidden = (target != null) ? "<input type=\"hidden\" name=\"" + LoginPaths.CONTINUE + "\" value=\""
				+ escaped(target.path()) + "\">\n" : "";
		String remember = this.remembers ? "<p><label><input type=\"checkbox\" name=\"" + LoginPaths.REMEMBER
				+ "\" value=\"on\"> Stay logged in</label></p>\n" : "";
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>Log in</title>
				<style>%s</style>
				</head>
				<body>
				<main>
				<h1>Log in</h1>
				%s<form method="post" action="%s">
				%s<label for="username">User name</label>
				<input id="username" name="username" autocomplete="username" autocapitalize="none" required autofocus>
				<label for="password">Password</label>
				<input id="password" name="password" type="password" autocomplete="current-password" required>
				%s<button type="submit">Log in</button>
				</form>
				</main>
				</body>
				</html>
				""".formatted(STYLE, alert, escaped(request.getContextPath() + this.paths.login()), hidden, remember);
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return "sha256-" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
