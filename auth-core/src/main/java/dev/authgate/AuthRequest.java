package dev.authgate;

import java.util.List;

/**
 * What an authenticator may look at in a request: everything but its body.
 * <p>
 * For use by the thread that serves the request.
 */
public interface AuthRequest {

	/**
	 * Gives the HTTP method.
	 * @return the method in upper case
	 */
	String method();

	/**
	 * Gives the path within the application as it was sent, not decoded.
	 * @return the path, starting with a slash
	 */
	String path();

	/**
	 * Gives all values of a header.
	 * @param name the name, in any case
	 * @return the values in the order of the request; empty if there is none
	 */
	List<String> headers(String name);

	/**
	 * Gives all values of a parameter of the query string, decoded; those of the body are
	 * never read.
	 * @param name the exact name
	 * @return the values in the order of the request; empty if there is none
	 */
	List<String> queryParameters(String name);

	/**
	 * Gives all values of a cookie.
	 * @param name the exact name
	 * @return the values in the order of the request; empty if there is none
	 */
	List<String> cookies(String name);

	/**
	 * Gives the address of the peer of the network connection, whatever forwarding
	 * headers say.
	 * @return the textual IP address
	 */
	String remoteAddress();

	/**
	 * Gives the address of whoever sent the request first, as far as trusted proxies tell
	 * it; for audit and limits, never to authenticate by.
	 * @return the textual IP address; that of the peer unless trusted proxies are
	 * configured and the peer is one
	 */
	default String clientAddress() {
		return remoteAddress();
	}

	/**
	 * Gives the {@code Authorization} header.
	 * @return the header, parsed strictly
	 */
	default AuthorizationHeader authorization() {
		return AuthorizationHeader.parse(headers("Authorization"));
	}

}
