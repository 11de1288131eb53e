package dev.authgate.spring.guard.handler;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.util.ServletRequestPathUtils;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Parses the path of a request for everything that is matched with it.
 */
public final class RequestPaths {

	private RequestPaths() {
	}

	/**
	 * Parses the path as the dispatcher will, never trusting what was parsed of another
	 * path: the request may have been wrapped since.
	 */
	public static PathContainer parse(HttpServletRequest request) {
		if (ServletRequestPathUtils.hasParsedRequestPath(request)) {
			RequestPath parsed = ServletRequestPathUtils.getParsedRequestPath(request);
			if (parsed.value().equals(request.getRequestURI())) {
				return parsed.pathWithinApplication();
			}
		}
		try {
			return ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new RequestRejectedException("The path of the request does not start as the path of its servlet");
		}
	}

}
