package dev.authgate.spring.web.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import dev.authgate.Challenge;
import dev.authgate.spring.web.edge.SecurityHeaders;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Writes refusals as {@code application/problem+json} (RFC 9457) with their challenges.
 * <p>
 * By hand, so that an application without a JSON library answers the same. Immutable.
 */
public final class ProblemWriter {

	private static final String RETRY_AFTER_SECONDS = "5";

	private final boolean revealMissing;

	private final boolean revealReason;

	/**
	 * Makes a writer.
	 * @param revealMissing whether to name the permissions that are missing
	 * @param revealReason whether to say why a credential was refused
	 */
	public ProblemWriter(boolean revealMissing, boolean revealReason) {
		this.revealMissing = revealMissing;
		this.revealReason = revealReason;
	}

	/**
	 * Writes a refusal, unless an answer is under way.
	 * @param refusal the refusal
	 * @param response where to write it
	 * @throws IOException if the connection is lost
	 */
	public void write(Refusal refusal, HttpServletResponse response) throws IOException {
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
		writeBody(body(refusal), response);
	}

	// ASCII only, so that it stays the same in whatever encoding a handler has begun to
	// write text.
	private static void writeBody(String body, HttpServletResponse response) throws IOException {
		response.setContentType("application/problem+json");
		ServletOutputStream out = outputOf(response);
		if (out == null) {
			response.getWriter().write(body);
			return;
		}
		response.setContentLength(body.length());
		out.write(body.getBytes(StandardCharsets.US_ASCII));
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

	private String body(Refusal refusal) {
		HttpStatus known = HttpStatus.resolve(refusal.status());
		StringBuilder json = new StringBuilder(200).append("{\"type\":\"about:blank\",\"title\":");
		appendString(json, (known != null) ? known.getReasonPhrase() : "Error");
		json.append(",\"status\":").append(refusal.status()).append(",\"detail\":");
		appendString(json, refusal.detail());
		json.append(",\"code\":");
		appendString(json, refusal.code().code());
		if (this.revealMissing && !refusal.missing().isEmpty()) {
			json.append(",\"missing\":");
			appendSorted(json, refusal.missing());
		}
		if (this.revealReason && refusal.reason() != null) {
			json.append(",\"reason\":");
			appendString(json, refusal.reason().name().toLowerCase(Locale.ROOT));
		}
		return json.append('}').toString();
	}

	private static void appendSorted(StringBuilder json, List<String> texts) {
		char separator = '[';
		for (String text : texts.stream().sorted().toList()) {
			json.append(separator);
			appendString(json, text);
			separator = ',';
		}
		json.append(']');
	}

	private static void appendString(StringBuilder json, String text) {
		json.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				json.append('\\').append(c);
			}
			else if (c < ' ' || c > '~') {
				json.append(String.format("\\u%04x", (int) c));
			}
			else {
				json.append(c);
			}
		}
		json.append('"');
	}

}
