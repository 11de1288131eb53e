package dev.authgate.sample.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers 404, for what does not exist as well as for what belongs to somebody else, so
 * that nobody learns which ids are in use.
 */
public final class NotFound extends ResponseStatusException {

	/**
	 * Makes the answer.
	 * @param what the kind of the thing, such as {@code file}
	 */
	public NotFound(String what) {
		super(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
	}

}
