package dev.authgate.spring.guard;

import org.springframework.http.server.PathContainer;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.util.ServletRequestPathUtils;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Parses the path of a request for everything that is matched with it.
 */
final class RequestPaths {

	private RequestPaths() {
	}

	/**
	 * Parses the path as the dispatcher will, never trusting what was parsed before: the
	 * request may have been wrapped since.
	 */
	static PathContainer parse(HttpServletRequest request) {
		try {
			return ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			// The prefix of the servlet is written in an unusual way, for example
			// encoded.
			throw new RequestRejectedException("The path of the request does not start as the path of its servlet");
		}
	}

}
