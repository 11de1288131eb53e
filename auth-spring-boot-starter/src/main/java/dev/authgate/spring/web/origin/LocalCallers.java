package dev.authgate.spring.web.origin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Decides whether a request comes from this machine itself, and not from elsewhere
 * through a proxy, a rebound name or a page of another site.
 * <p>
 * Immutable.
 */
public final class LocalCallers {

	private static final List<String> FORWARDING_HEADERS = List.of("Forwarded", "X-Real-IP", "Via");

	private static final String FORWARDING_PREFIX = "X-Forwarded-";

	// Set by Tomcat's RemoteIpValve, however it came to be there.
	private static final String TOMCAT_FORWARDED = "org.apache.tomcat.request.forwarded";

	private final boolean containerTrustsForwarding;

	/**
	 * Makes a judge.
	 * @param containerTrustsForwarding whether the container itself replaces the peer's
	 * address by what headers say; then nobody can be told to be local
	 */
	public LocalCallers(boolean containerTrustsForwarding) {
		this.containerTrustsForwarding = containerTrustsForwarding;
	}

	/**
	 * Judges a request.
	 * @param request the request
	 * @return {@code true} only if everything about it is local
	 */
	public boolean isLocal(HttpServletRequest request) {
		HttpServletRequest innermost = NativeRequest.of(request);
		return !this.containerTrustsForwarding && isLoopbackAddress(innermost.getRemoteAddr())
				&& isLoopbackHost(innermost) && !isForwarded(innermost) && !CrossSite.isCrossSite(innermost);
	}

	private static boolean isForwarded(HttpServletRequest request) {
		for (String header : FORWARDING_HEADERS) {
			if (request.getHeader(header) != null) {
				return true;
			}
		}
		Iterator<String> names = request.getHeaderNames().asIterator();
		while (names.hasNext()) {
			if (names.next().regionMatches(true, 0, FORWARDING_PREFIX, 0, FORWARDING_PREFIX.length())) {
				return true;
			}
		}
		return request.getAttribute(TOMCAT_FORWARDED) != null;
	}

	// A page of another site may reach this machine by a name that it points here.
	private static boolean isLoopbackHost(HttpServletRequest request) {
		String host = request.getHeader("Host");
		String name = (host != null) ? withoutPort(host) : null;
		return name != null && (name.equals("localhost") || isLoopbackAddress(name));
	}

	private static String withoutPort(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		if (name.startsWith("[")) {
			int end = name.indexOf(']');
			return (end < 0) ? "" : name.substring(1, end);
		}
		int colon = name.indexOf(':');
		return (colon < 0) ? name : name.substring(0, colon);
	}

	private static boolean isLoopbackAddress(@Nullable String address) {
		if (address == null || address.isEmpty() || !isLiteral(address)) {
			return false;
		}
		try {
			return InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	// Never a name: that would ask the name service what a client wrote.
	private static boolean isLiteral(String address) {
		boolean v4 = address.chars().allMatch((c) -> c == '.' || (c >= '0' && c <= '9'))
				&& address.chars().filter((c) -> c == '.').count() == 3;
		boolean v6 = address.indexOf(':') >= 0
				&& address.chars().allMatch((c) -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
		return v4 || v6;
	}

}
