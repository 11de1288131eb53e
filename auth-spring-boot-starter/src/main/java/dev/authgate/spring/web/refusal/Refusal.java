package dev.authgate.spring.web.refusal;

import java.time.Duration;
import java.util.List;

import dev.authgate.AuthException;
import dev.authgate.Challenge;
import dev.authgate.RejectionReason;
import dev.authgate.spring.guard.model.CredentialKind;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that is not let through.
 *
 * @param code what it is in the catalogue
 * @param status the HTTP status
 * @param message the text that the application has for it, {@code null} for that of the
 * catalogue
 * @param guard the guard that refuses, {@code null} if something else does
 * @param presented who read the credential that the answer is about, {@code null} if
 * there was none
 * @param missing the permissions that are missing, in the order in which they are
 * required
 * @param reason why a credential was refused, if one was
 * @param retryAfter when to try again, if that is known
 */
public record Refusal(ErrorCode code, int status, @Nullable String message, @Nullable Guard guard,
		@Nullable NamedAuthenticator presented, List<String> missing, @Nullable RejectionReason reason,
		@Nullable Duration retryAfter) {

	/**
	 * Refuses as the catalogue says.
	 * @param code the entry of the catalogue
	 * @param guard the guard that refuses
	 * @return the refusal
	 */
	public static Refusal of(ErrorCode code, @Nullable Guard guard) {
		return new Refusal(code, code.status(), null, guard, null, List.of(), null, null);
	}

	/**
	 * Refuses as the catalogue says, without asking for credentials.
	 * @param code the entry of the catalogue
	 * @return the refusal
	 */
	public static Refusal of(ErrorCode code) {
		return of(code, null);
	}

	/**
	 * Refuses because there were too many attempts.
	 * @param retryAfter when to try again
	 * @param guard the guard that refuses, {@code null} if something else does
	 * @return the refusal
	 */
	public static Refusal throttled(Duration retryAfter, @Nullable Guard guard) {
		ErrorCode code = ErrorCode.TOO_MANY_REQUESTS;
		return new Refusal(code, code.status(), null, guard, null, List.of(), RejectionReason.THROTTLED, retryAfter);
	}

	/**
	 * Refuses as an exception of the application says.
	 * @param exception the exception
	 * @param guard the guard of the route, if it has one
	 * @return the refusal
	 */
	public static Refusal of(AuthException exception, @Nullable Guard guard) {
		ErrorCode code = switch (exception.status()) {
			case 401 -> ErrorCode.INVALID_CREDENTIALS;
			case 403 -> ErrorCode.ACCESS_DENIED;
			case 429 -> ErrorCode.TOO_MANY_REQUESTS;
			default -> (exception.status() >= 500) ? ErrorCode.UNAVAILABLE : ErrorCode.BAD_REQUEST;
		};
		return new Refusal(code, exception.status(), exception.getMessage(), guard, null, List.of(), null, null);
	}

	/**
	 * Says why a credential was refused.
	 * @param why why
	 * @param by who read it, {@code null} if nobody did
	 * @return the refusal
	 */
	public Refusal because(RejectionReason why, @Nullable NamedAuthenticator by) {
		return new Refusal(this.code, this.status, this.message, this.guard, by, this.missing, why, this.retryAfter);
	}

	/**
	 * Says which permissions are missing.
	 * @param permissions the permissions in the order in which they are required
	 * @param by who read the caller's credential, {@code null} if nobody did
	 * @return the refusal
	 */
	public Refusal missing(List<String> permissions, @Nullable NamedAuthenticator by) {
		return new Refusal(this.code, this.status, this.message, this.guard, by, permissions, this.reason,
				this.retryAfter);
	}

	/**
	 * Says it in other words than the catalogue.
	 * @param text the text for people, which tells nothing that the caller must not know
	 * @return the refusal
	 */
	public Refusal saying(String text) {
		return new Refusal(this.code, this.status, text, this.guard, this.presented, this.missing, this.reason,
				this.retryAfter);
	}

	/**
	 * Gives the text for people.
	 * @return the application's, else that of the catalogue
	 */
	public String detail() {
		return (this.message != null) ? this.message : this.code.detail();
	}

	List<Challenge> challenges() {
		return (this.guard != null) ? this.guard.challenges() : List.of();
	}

	boolean bearer() {
		return this.presented != null && this.presented.isBearer();
	}

	// With several authenticators the first whose credential was presented counts, else
	// the first that is asked.
	CredentialKind kind() {
		if (this.presented != null) {
			return this.presented.kind();
		}
		return (this.guard != null && !this.guard.authenticators().isEmpty())
				? this.guard.authenticators().get(0).kind() : CredentialKind.OTHER;
	}

}
