package dev.authgate.spring.web.origin;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import dev.authgate.http.ClientAddresses;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What trusted proxies say about a request: who sent it first, and to which host.
 * <p>
 * Everybody else may write what he likes into the same headers and is not believed.
 * Immutable.
 */
public final class Proxies {

	private static final Proxies NONE = new Proxies(ClientAddresses.ofPeers());

	private final ClientAddresses addresses;

	/**
	 * Believes some proxies.
	 * @param addresses who they are, and how they tell of clients
	 */
	public Proxies(ClientAddresses addresses) {
		this.addresses = addresses;
	}

	/**
	 * Believes nobody.
	 * @return no proxies
	 */
	public static Proxies none() {
		return NONE;
	}

	/**
	 * Finds the address of whoever sent a request first.
	 * @param request the request
	 * @return the textual IP address; that of the peer unless that is a trusted proxy
	 */
	public String clientAddress(HttpServletRequest request) {
		HttpServletRequest innermost = NativeRequest.of(request);
		String peer = innermost.getRemoteAddr();
		return this.addresses.believes(peer) ? this.addresses.find(peer, headers(innermost, this.addresses.header()))
				: peer;
	}

	/**
	 * Finds out whether a peer that is not believed says that somebody else sent the
	 * request.
	 * @param request the request
	 * @return the address of the peer, or {@code null} if it is believed or says nothing
	 */
	@Nullable String unbelieved(HttpServletRequest request) {
		HttpServletRequest innermost = NativeRequest.of(request);
		boolean says = innermost.getHeader(ClientAddresses.DEFAULT_HEADER) != null
				|| innermost.getHeader("Forwarded") != null;
		String peer = innermost.getRemoteAddr();
		return (says && !this.addresses.believes(peer)) ? peer : null;
	}

	// The first of several hosts is the one that the browser asked, the others are names
	// of proxies.
	@Nullable String forwarded(HttpServletRequest innermost, String header) {
		if (!this.addresses.believes(innermost.getRemoteAddr())) {
			return null;
		}
		List<String> values = headers(innermost, header);
		return (values.size() == 1) ? values.get(0).split(",", 2)[0].strip() : null;
	}

	private static List<String> headers(HttpServletRequest request, String name) {
		Enumeration<String> values = request.getHeaders(name);
		return (values != null) ? Collections.list(values) : List.of();
	}

}
