package dev.authgate.spring.web.refusal;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Words the body of a refusal.
 * <p>
 * A bean of this type replaces {@code authgate.errors.format}. Status, challenges and
 * other headers are not its business. It is called by many threads at once, and must not
 * repeat what the request carries: a credential could be in it.
 */
@FunctionalInterface
public interface ErrorBody {

	/**
	 * Gives the type of the body.
	 * @return a media type, {@code application/json} by default
	 */
	default String contentType() {
		return "application/json";
	}

	/**
	 * Words a body.
	 * @param refusal what is answered
	 * @param request the request that is refused
	 * @return the body, which is sent in UTF-8
	 */
	String text(Refusal refusal, HttpServletRequest request);

}
