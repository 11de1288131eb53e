package dev.authgate.spring.web.authentication;

import dev.authgate.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Judges requests whose caller is known by a credential that a browser sends by itself,
 * beside the judgement of their origin.
 */
@FunctionalInterface
public interface AmbientCheck {

	/**
	 * Judges a request, which may have a body that nobody read yet.
	 * @param caller who is known
	 * @param request the request
	 * @param response its response, not committed
	 * @return {@code true} if another site may have caused it
	 */
	boolean couldBeForged(Caller caller, HttpServletRequest request, HttpServletResponse response);

	/**
	 * Leaves it to the judgement of the origin.
	 * @return a check that finds nothing
	 */
	static AmbientCheck none() {
		return (caller, request, response) -> false;
	}

}
