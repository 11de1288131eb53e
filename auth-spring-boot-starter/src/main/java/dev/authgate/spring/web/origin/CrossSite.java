package dev.authgate.spring.web.origin;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Recognises requests that a page of another site made a browser send, by their
 * {@code Sec-Fetch-Site} and {@code Origin} headers, which a page cannot forge.
 * <p>
 * Immutable.
 */
public final class CrossSite {

	private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

	private final Proxies proxies;

	/**
	 * Makes a judge.
	 * @param proxies may have replaced the host that the browser asked
	 */
	public CrossSite(Proxies proxies) {
		this.proxies = proxies;
	}

	/**
	 * Judges a request with a credential that a browser sends by itself.
	 * <p>
	 * What the browser says of the site counts; the origin is compared with the host only
	 * by browsers and over connections that say nothing of it, because a proxy may have
	 * replaced the host.
	 * @param request the request
	 * @return {@code true} if it changes something, or opens a socket, and another site
	 * may have caused it
	 */
	public boolean couldBeForged(HttpServletRequest request) {
		// A page of any site may open a socket, hears what comes, and says what it likes.
		if (SafeMethods.contain(request.getMethod()) && !SocketUpgrade.isAskedBy(request)) {
			return false;
		}
		HttpServletRequest innermost = NativeRequest.of(request);
		String site = innermost.getHeader("Sec-Fetch-Site");
		return (site != null) ? !OWN_SITES.contains(site) : isForeign(innermost.getHeader("Origin"), innermost);
	}

	/**
	 * Judges a request for a socket, or one that stands in for it where a network lets no
	 * sockets through, with a credential that a browser sends by itself.
	 * @param request the request
	 * @param friends the origins of other sites whose pages may open sockets
	 * @return {@code true} if it changes something, or opens a socket, and another site
	 * may have caused it
	 */
	public boolean couldBeForged(HttpServletRequest request, Set<String> friends) {
		String origin = friends.isEmpty() ? null : NativeRequest.of(request).getHeader("Origin");
		return (origin == null || !friends.contains(origin)) && couldBeForged(request);
	}

	// Both headers are asked where only this machine itself is let in.
	static boolean isCrossSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader("Origin");
		return (site != null && !OWN_SITES.contains(site))
				|| (origin != null && !isAuthority(origin, request.getHeader("Host")));
	}

	private boolean isForeign(@Nullable String origin, HttpServletRequest request) {
		return origin != null && !isAuthority(origin, request.getHeader("Host")) && !isForwarded(origin, request);
	}

	private boolean isForwarded(String origin, HttpServletRequest request) {
		String scheme = this.proxies.forwarded(request, "X-Forwarded-Proto");
		return isAuthority(origin, this.proxies.forwarded(request, "X-Forwarded-Host")) && (scheme == null
				|| origin.toLowerCase(Locale.ROOT).startsWith(scheme.toLowerCase(Locale.ROOT) + "://"));
	}

	private static boolean isAuthority(String origin, @Nullable String host) {
		int authority = origin.indexOf("://");
		return authority > 0 && host != null
				&& origin.substring(authority + 3).toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
	}

}
