package dev.authgate.spring.web.origin;

import java.util.Enumeration;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Recognises requests that ask for a WebSocket (RFC 6455 section 4.1).
 */
public final class SocketUpgrade {

	private static final String PROTOCOL = "websocket";

	private SocketUpgrade() {
	}

	/**
	 * Tells whether a request asks for one, as generously as any container reads it.
	 * @param request the request
	 * @return {@code true} if it does
	 */
	public static boolean isAskedBy(HttpServletRequest request) {
		// It is the container that opens sockets, and wrappers judge each header that
		// they are asked for.
		HttpServletRequest innermost = NativeRequest.of(request);
		return innermost.getHeader("Upgrade") != null && "GET".equals(innermost.getMethod()) && names(innermost);
	}

	private static boolean names(HttpServletRequest request) {
		Enumeration<String> values = request.getHeaders("Upgrade");
		while (values.hasMoreElements()) {
			for (String protocol : values.nextElement().split(",", -1)) {
				if (PROTOCOL.equalsIgnoreCase(protocol.strip())) {
					return true;
				}
			}
		}
		return false;
	}

}
