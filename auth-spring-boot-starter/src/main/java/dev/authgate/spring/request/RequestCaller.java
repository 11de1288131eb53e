package dev.authgate.spring.request;

import dev.authgate.Caller;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.RefusalException;

import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The caller of a request to an endpoint.
 */
public final class RequestCaller {

	private RequestCaller() {
	}

	/**
	 * Gives the caller, also where a rule of the application opened the endpoint.
	 * @param request the request
	 * @return the caller
	 * @throws RefusalException if nobody is known
	 */
	public static Caller of(ServerRequest request) {
		Caller caller = (request.servletRequest().getUserPrincipal() instanceof Authentication authentication)
				? Callers.of(authentication) : null;
		if (caller == null) {
			throw RefusalException.of(ErrorCode.MISSING_CREDENTIALS);
		}
		return caller;
	}

}
