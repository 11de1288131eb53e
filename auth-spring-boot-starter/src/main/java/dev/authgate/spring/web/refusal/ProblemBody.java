package dev.authgate.spring.web.refusal;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Words refusals as {@code application/problem+json} (RFC 9457).
 */
final class ProblemBody implements ErrorBody {

	private final ErrorMembers members;

	ProblemBody(ErrorMembers members) {
		this.members = members;
	}

	@Override
	public String contentType() {
		return "application/problem+json";
	}

	@Override
	public String text(Refusal refusal, HttpServletRequest request) {
		return this.members.problem(refusal);
	}

}
