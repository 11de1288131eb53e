package dev.authgate.spring.web.origin;

import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Recognises requests that a page of another site made a browser send, by their
 * {@code Sec-Fetch-Site} and {@code Origin} headers, which a page cannot forge.
 */
public final class CrossSite {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private CrossSite() {
	}

	public static boolean couldBeForged(HttpServletRequest request) {
		return !SAFE_METHODS.contains(request.getMethod()) && isCrossSite(NativeRequest.of(request));
	}

	static boolean isCrossSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null && !site.equals("same-origin") && !site.equals("none")) {
			return true;
		}
		String origin = request.getHeader("Origin");
		return origin != null && !isOwn(origin, request);
	}

	private static boolean isOwn(String origin, HttpServletRequest request) {
		int authority = origin.indexOf("://");
		String host = request.getHeader("Host");
		return authority > 0 && host != null
				&& origin.substring(authority + 3).toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
	}

}
