package dev.authgate.spring.endpoint.account;

import dev.authgate.Caller;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;

import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The caller of a request to an endpoint.
 */
final class RequestCaller {

	private RequestCaller() {
	}

	/**
	 * Gives the caller, also where a rule of the application opened the endpoint.
	 */
	static Caller of(ServerRequest request) {
		Caller caller = (request.servletRequest().getUserPrincipal() instanceof Authentication authentication)
				? Callers.of(authentication) : null;
		if (caller == null) {
			throw new RefusalException(Refusal.of(ErrorCode.MISSING_CREDENTIALS));
		}
		return caller;
	}

}
