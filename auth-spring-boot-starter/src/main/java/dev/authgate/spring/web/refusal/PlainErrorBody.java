package dev.authgate.spring.web.refusal;

import dev.authgate.spring.guard.model.CredentialKind;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Words refusals as {@code {"error": …}}, with the texts of the applications that have
 * them.
 */
final class PlainErrorBody implements ErrorBody {

	private static final String MISSING_TOKEN = "Missing bearer token";

	private final ErrorMembers members;

	PlainErrorBody(ErrorMembers members) {
		this.members = members;
	}

	@Override
	public String text(Refusal refusal, HttpServletRequest request) {
		JsonObject json = new JsonObject().with("error",
				(refusal.message() != null) ? refusal.message() : textOf(refusal, request));
		this.members.addCode(json, refusal.code().code());
		this.members.addReason(json, refusal);
		return json.toString();
	}

	private static String textOf(Refusal refusal, HttpServletRequest request) {
		return switch (refusal.code()) {
			case MISSING_CREDENTIALS, MALFORMED_CREDENTIALS, INVALID_CREDENTIALS -> unauthenticated(refusal, request);
			case INSUFFICIENT_PERMISSIONS -> "Insufficient permissions";
			case TOO_MANY_REQUESTS -> "rate limit exceeded";
			case ACCESS_DENIED, CSRF, UNAVAILABLE, BAD_REQUEST, WEAK_PASSWORD, NOT_FOUND, CONFLICT -> refusal.detail();
		};
	}

	// Without a guard it is the login that refuses.
	private static String unauthenticated(Refusal refusal, HttpServletRequest request) {
		if (refusal.guard() == null && refusal.code() == ErrorCode.INVALID_CREDENTIALS) {
			return "Invalid credentials";
		}
		if (refusal.kind() == CredentialKind.API_KEY) {
			return "Invalid or missing API key";
		}
		boolean sent = SentAuthorization.of(request).startsAsBearer();
		// Of several credentials that are required together another one can be missing.
		boolean other = sent && refusal.code() == ErrorCode.MISSING_CREDENTIALS;
		if (other || refusal.kind() == CredentialKind.OTHER) {
			return "Not authenticated";
		}
		return sent ? "Invalid or expired token" : MISSING_TOKEN;
	}

}
