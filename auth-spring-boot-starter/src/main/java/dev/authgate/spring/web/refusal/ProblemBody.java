package dev.authgate.spring.web.refusal;

import org.springframework.http.HttpStatus;

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
		HttpStatus known = HttpStatus.resolve(refusal.status());
		JsonObject json = new JsonObject().with("type", "about:blank")
			.with("title", (known != null) ? known.getReasonPhrase() : "Error")
			.with("status", refusal.status())
			.with("detail", refusal.detail());
		this.members.addCode(json, refusal.code().code());
		this.members.addMissing(json, refusal);
		this.members.addReason(json, refusal);
		return json.toString();
	}

}
