package dev.authgate.spring.web.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.authgate.Challenge;
import dev.authgate.spring.web.edge.SecurityHeaders;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Writes refusals with their challenges (RFC 9110 section 11.6.1).
 * <p>
 * Immutable, and safe for use by several threads as far as the body is.
 */
public final class RefusalWriter {

	private static final String RETRY_AFTER_SECONDS = "5";

	private final ErrorBody body;

	private final boolean revealMissing;

	/**
	 * Makes a writer.
	 * @param body words the bodies
	 * @param revealMissing whether challenges name the permissions that are missing
	 */
	public RefusalWriter(ErrorBody body, boolean revealMissing) {
		this.body = body;
		this.revealMissing = revealMissing;
	}

	/**
	 * Writes a refusal, unless an answer is under way.
	 * @param refusal the refusal
	 * @param request the request that is refused
	 * @param response where to write it
	 * @throws IOException if the connection is lost
	 */
	public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(refusal.status());
		if (refusal.status() == 429 || refusal.status() == 503) {
			response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
		}
		if (response.containsHeader(SecurityHeaders.CACHE_CONTROL)) {
			// A handler that was about to answer may have allowed caches to keep it.
			response.setHeader(SecurityHeaders.CACHE_CONTROL, "no-store");
		}
		writeChallenges(refusal, response);
		writeBody(this.body.text(refusal, request), response);
	}

	// A handler may have begun to write text, in an encoding of its own.
	private void writeBody(String body, HttpServletResponse response) throws IOException {
		response.setContentType(this.body.contentType());
		ServletOutputStream out = outputOf(response);
		if (out == null) {
			response.getWriter().write(body);
			return;
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		response.setContentLength(bytes.length);
		out.write(bytes);
	}

	private static @Nullable ServletOutputStream outputOf(HttpServletResponse response) throws IOException {
		try {
			return response.getOutputStream();
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	private void writeChallenges(Refusal refusal, HttpServletResponse response) {
		boolean insufficient = refusal.code() == ErrorCode.INSUFFICIENT_PERMISSIONS;
		if (refusal.status() != 401 && !(insufficient && refusal.bearer())) {
			return;
		}
		for (Challenge challenge : refusal.challenges()) {
			boolean bearer = challenge.isBearer() && refusal.bearer();
			if (bearer) {
				response.addHeader("WWW-Authenticate", bearerChallenge(challenge, refusal));
			}
			else if (!insufficient) {
				response.addHeader("WWW-Authenticate", challenge.header());
			}
		}
	}

	private String bearerChallenge(Challenge challenge, Refusal refusal) {
		String error = refusal.code().bearerError();
		if (error.isEmpty()) {
			return challenge.header();
		}
		String attributes = "error=\"" + error + "\"";
		if (!refusal.missing().isEmpty() && this.revealMissing) {
			attributes += ", scope=\"" + String.join(" ", refusal.missing()) + "\"";
		}
		return challenge.header(attributes);
	}

}
