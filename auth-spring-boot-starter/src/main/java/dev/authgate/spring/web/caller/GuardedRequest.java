package dev.authgate.spring.web.caller;

import java.security.Principal;

import dev.authgate.Caller;

import org.springframework.security.core.Authentication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose servlet methods about the user speak of the authenticated caller.
 * <p>
 * For use by the thread that serves the request.
 */
final class GuardedRequest extends HttpServletRequestWrapper {

	private static final String ROLE_PREFIX = "ROLE_";

	private final Authentication authentication;

	private final Caller caller;

	GuardedRequest(HttpServletRequest request, Authentication authentication, Caller caller) {
		super(request);
		this.authentication = authentication;
		this.caller = caller;
	}

	@Override
	public Principal getUserPrincipal() {
		return this.authentication;
	}

	@Override
	public String getRemoteUser() {
		return this.caller.user().id();
	}

	@Override
	public boolean isUserInRole(String role) {
		return this.caller.roles().contains(role.startsWith(ROLE_PREFIX) ? role.substring(ROLE_PREFIX.length()) : role);
	}

}
