package dev.authgate.spring.web.refusal;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Words refusals as {@code {"message": …, "rebar_error_code": …}}.
 */
final class RebarBody implements ErrorBody {

	private final ErrorMembers members;

	RebarBody(ErrorMembers members) {
		this.members = members;
	}

	@Override
	public String text(Refusal refusal, HttpServletRequest request) {
		String text = switch (refusal.code()) {
			case MISSING_CREDENTIALS -> "No auth token provided.";
			case MALFORMED_CREDENTIALS, INVALID_CREDENTIALS -> "Invalid authentication.";
			default -> refusal.detail();
		};
		JsonObject json = new JsonObject().with("message", (refusal.message() != null) ? refusal.message() : text);
		this.members.addCode(json, code(refusal.code()));
		this.members.addMissing(json, refusal);
		this.members.addReason(json, refusal);
		return json.toString();
	}

	private static String code(ErrorCode code) {
		return switch (code) {
			case MISSING_CREDENTIALS -> "missing_auth_token";
			case MALFORMED_CREDENTIALS, INVALID_CREDENTIALS -> "invalid_auth_token";
			default -> code.code();
		};
	}

}
