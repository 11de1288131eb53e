package dev.authgate.spring.request;

import java.io.IOException;

import dev.authgate.spring.web.refusal.RefusalException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The body of a request, of which no more is read than there may be.
 */
final class BoundedBody {

	private BoundedBody() {
	}

	/**
	 * Reads a body.
	 * @throws RefusalException if it is longer, or breaks off: chunks and connections
	 * that are broken are the client's doing
	 */
	static byte[] read(HttpServletRequest request, int maxBytes) {
		try {
			byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
			if (body.length > maxBytes) {
				throw RefusalException.badRequest();
			}
			return body;
		}
		catch (IOException ex) {
			throw RefusalException.badRequest();
		}
	}

}
