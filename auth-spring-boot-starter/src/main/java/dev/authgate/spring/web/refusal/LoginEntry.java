package dev.authgate.spring.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Sends people who are not logged in to where they can log in.
 */
@FunctionalInterface
public interface LoginEntry {

	/**
	 * Answers a request of somebody unknown in place of its refusal.
	 * @param refusal the refusal
	 * @param request the request
	 * @param response its response, not committed
	 * @return {@code true} if it is answered; otherwise nothing was written
	 */
	boolean answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response);

	/**
	 * Leaves all requests refused.
	 * @return an entry that answers none
	 */
	static LoginEntry none() {
		return (refusal, request, response) -> false;
	}

}
