package dev.authgate.spring.web.refusal;

import java.util.List;

import dev.authgate.AuthException;
import dev.authgate.Challenge;
import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that is not let through.
 *
 * @param code what it is in the catalogue
 * @param status the HTTP status
 * @param detail the text for people
 * @param challenges how the route asks for credentials
 * @param bearer whether a bearer credential was used
 * @param missing the permissions that are missing, in the order in which they are
 * required
 * @param reason why a credential was refused, if one was
 */
public record Refusal(ErrorCode code, int status, String detail, List<Challenge> challenges, boolean bearer,
		List<String> missing, @Nullable RejectionReason reason) {

	/**
	 * Refuses as the catalogue says.
	 * @param code the entry of the catalogue
	 * @param challenges how the route asks for credentials
	 * @return the refusal
	 */
	public static Refusal of(ErrorCode code, List<Challenge> challenges) {
		return new Refusal(code, code.status(), code.detail(), challenges, false, List.of(), null);
	}

	/**
	 * Refuses as the catalogue says, without asking for credentials.
	 * @param code the entry of the catalogue
	 * @return the refusal
	 */
	public static Refusal of(ErrorCode code) {
		return of(code, List.of());
	}

	/**
	 * Refuses as an exception of the application says.
	 * @param exception the exception
	 * @param challenges how the route asks for credentials
	 * @return the refusal
	 */
	public static Refusal of(AuthException exception, List<Challenge> challenges) {
		ErrorCode code = switch (exception.status()) {
			case 401 -> ErrorCode.INVALID_CREDENTIALS;
			case 403 -> ErrorCode.ACCESS_DENIED;
			case 429 -> ErrorCode.TOO_MANY_REQUESTS;
			default -> (exception.status() >= 500) ? ErrorCode.UNAVAILABLE : ErrorCode.BAD_REQUEST;
		};
		return new Refusal(code, exception.status(), exception.getMessage(), challenges, false, List.of(), null);
	}

	/**
	 * Says why a credential was refused.
	 * @param reason why
	 * @param bearer whether it is a bearer credential
	 * @return the refusal
	 */
	public Refusal because(RejectionReason reason, boolean bearer) {
		return new Refusal(this.code, this.status, this.detail, this.challenges, bearer, this.missing, reason);
	}

	/**
	 * Says which permissions are missing.
	 * @param permissions the permissions in the order in which they are required
	 * @param bearer whether a bearer credential was used
	 * @return the refusal
	 */
	public Refusal missing(List<String> permissions, boolean bearer) {
		return new Refusal(this.code, this.status, this.detail, this.challenges, bearer, permissions, this.reason);
	}

}
