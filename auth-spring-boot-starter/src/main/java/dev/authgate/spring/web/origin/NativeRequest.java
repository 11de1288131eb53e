package dev.authgate.spring.web.origin;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Finds the request of the container beneath all wrappers, which may have believed what
 * forwarding headers say.
 */
public final class NativeRequest {

	private NativeRequest() {
	}

	public static HttpServletRequest of(HttpServletRequest request) {
		ServletRequest innermost = request;
		while (innermost instanceof ServletRequestWrapper wrapper) {
			innermost = wrapper.getRequest();
		}
		return (HttpServletRequest) innermost;
	}

	public static String path(HttpServletRequest request) {
		String uri = request.getRequestURI();
		String context = request.getContextPath();
		return uri.startsWith(context) ? uri.substring(context.length()) : uri;
	}

}
