package dev.authgate.spring.web.refusal;

import dev.authgate.AuthorizationHeader;
import dev.authgate.RejectionReason;
import dev.authgate.spring.guard.model.CredentialKind;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Words refusals as {@code {"detail": …}}, with the texts of the applications that have
 * them.
 */
final class DetailBody implements ErrorBody {

	private final ErrorMembers members;

	DetailBody(ErrorMembers members) {
		this.members = members;
	}

	@Override
	public String text(Refusal refusal, HttpServletRequest request) {
		JsonObject json = new JsonObject().with("detail",
				(refusal.message() != null) ? refusal.message() : textOf(refusal, request));
		this.members.addCode(json, refusal.code().code());
		this.members.addReason(json, refusal);
		return json.toString();
	}

	private String textOf(Refusal refusal, HttpServletRequest request) {
		return switch (refusal.code()) {
			case MISSING_CREDENTIALS, MALFORMED_CREDENTIALS, INVALID_CREDENTIALS -> unauthenticated(refusal, request);
			case INSUFFICIENT_PERMISSIONS -> "Insufficient permissions" + (this.members.tellsMissing(refusal)
					? ". Missing: " + String.join(",", refusal.missing().stream().sorted().toList()) : "");
			case ACCESS_DENIED, CSRF, TOO_MANY_REQUESTS, UNAVAILABLE, BAD_REQUEST, WEAK_PASSWORD, NOT_FOUND, CONFLICT ->
				refusal.detail();
		};
	}

	private String unauthenticated(Refusal refusal, HttpServletRequest request) {
		CredentialKind kind = refusal.kind();
		if (kind != CredentialKind.JWT && kind != CredentialKind.BEARER) {
			return refusal.detail();
		}
		SentAuthorization sent = SentAuthorization.of(request);
		AuthorizationHeader header = sent.header();
		if (header instanceof AuthorizationHeader.Absent) {
			return "Authorization header required";
		}
		if (header instanceof AuthorizationHeader.Malformed) {
			return "Bearer authorization required";
		}
		if (!sent.startsAsBearer()) {
			return "Bearer scheme required";
		}
		// Of several credentials that are required together another one can be missing.
		return (kind == CredentialKind.JWT && refusal.presented() != null) ? token(refusal.reason()) : refusal.detail();
	}

	private String token(@Nullable RejectionReason reason) {
		if (!this.members.revealReason() || reason == null) {
			return "JWT invalid";
		}
		return switch (reason) {
			case EXPIRED -> "JWT expired";
			case MISSING_SUBJECT -> "JWT payload invalid";
			case MISSING_PERMISSIONS -> "Required permissions claim missing in token";
			case MALFORMED_PERMISSIONS -> "Permissions claim must be a list of strings";
			default -> "JWT invalid";
		};
	}

}
