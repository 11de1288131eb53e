package dev.authgate.spring.web.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.authgate.Challenge;
import dev.authgate.spring.web.edge.SecurityHeaders;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
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

	private static final Log logger = LogFactory.getLog(RefusalWriter.class);

	private final ErrorBody body;

	private final ErrorBody fallback;

	private final AtomicBoolean warned = new AtomicBoolean();

	private final boolean revealMissing;

	/**
	 * Makes a writer.
	 * @param body words the bodies
	 * @param revealMissing whether challenges name the permissions that are missing
	 */
	public RefusalWriter(ErrorBody body, boolean revealMissing) {
		this.body = body;
		this.fallback = new ProblemBody(new ErrorMembers(ErrorFormat.PROBLEM.codeAttribute(), revealMissing, false));
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
			response.setHeader("Retry-After", secondsOf(refusal.retryAfter()));
		}
		if (response.containsHeader(SecurityHeaders.CACHE_CONTROL)) {
			// A handler that was about to answer may have allowed caches to keep it.
			response.setHeader(SecurityHeaders.CACHE_CONTROL, "no-store");
		}
		writeChallenges(refusal, response);
		write(refusal, request, this.body, response);
	}

	// Rounded up: who comes back too early is refused again.
	private static String secondsOf(@Nullable Duration retryAfter) {
		if (retryAfter == null) {
			return RETRY_AFTER_SECONDS;
		}
		return Long.toString(Math.max(1, retryAfter.plusSeconds(1).minusNanos(1).toSeconds()));
	}

	// Words of the application that fail must not make a refusal an error of the server.
	private void write(Refusal refusal, HttpServletRequest request, ErrorBody words, HttpServletResponse response)
			throws IOException {
		String text;
		String type;
		try {
			text = Objects.requireNonNull(words.text(refusal, request));
			type = Objects.requireNonNull(words.contentType());
		}
		catch (RuntimeException ex) {
			if (this.warned.compareAndSet(false, true)) {
				logger.error(
						"The ErrorBody failed with " + ex.getClass().getName() + "; problem details are sent instead");
			}
			text = this.fallback.text(refusal, request);
			type = this.fallback.contentType();
		}
		writeBody(text, type, response);
	}

	// A handler may have begun to write text, in an encoding of its own.
	private static void writeBody(String body, String type, HttpServletResponse response) throws IOException {
		response.setContentType(type);
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
