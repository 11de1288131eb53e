package dev.authgate.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.authgate.AuthRequest;

/**
 * A request made of nothing but what a test says.
 *
 * @param method the HTTP method
 * @param path the path
 * @param headers the values of each header, found in any case of its name
 * @param queryParameters the values of each query parameter
 * @param cookies the values of each cookie
 * @param remoteAddress the address of the peer
 */
public record TestRequest(String method, String path, Map<String, List<String>> headers,
		Map<String, List<String>> queryParameters, Map<String, List<String>> cookies,
		String remoteAddress) implements AuthRequest {

	/**
	 * Copies the maps.
	 */
	public TestRequest {
		Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		anyCase.putAll(headers);
		headers = anyCase;
		queryParameters = Map.copyOf(queryParameters);
		cookies = Map.copyOf(cookies);
	}

	/**
	 * Makes a request that says nothing of who calls.
	 * @param path the path
	 * @return a GET request from a loopback address
	 */
	public static TestRequest get(String path) {
		return new TestRequest("GET", path, Map.of(), Map.of(), Map.of(), "127.0.0.1");
	}

	/**
	 * Adds a header.
	 * @param name the name
	 * @param value one more value of it
	 * @return the request with it
	 */
	public TestRequest withHeader(String name, String value) {
		return new TestRequest(this.method, this.path, with(this.headers, name, value), this.queryParameters,
				this.cookies, this.remoteAddress);
	}

	/**
	 * Adds a query parameter.
	 * @param name the name
	 * @param value one more value of it
	 * @return the request with it
	 */
	public TestRequest withQueryParameter(String name, String value) {
		return new TestRequest(this.method, this.path, this.headers, with(this.queryParameters, name, value),
				this.cookies, this.remoteAddress);
	}

	/**
	 * Adds a cookie.
	 * @param name the name
	 * @param value one more value of it
	 * @return the request with it
	 */
	public TestRequest withCookie(String name, String value) {
		return new TestRequest(this.method, this.path, this.headers, this.queryParameters,
				with(this.cookies, name, value), this.remoteAddress);
	}

	/**
	 * Changes the peer.
	 * @param address the address of the peer
	 * @return the request from it
	 */
	public TestRequest from(String address) {
		return new TestRequest(this.method, this.path, this.headers, this.queryParameters, this.cookies, address);
	}

	/**
	 * Sends each header, query parameter and cookie once more.
	 * @return the request with every value twice
	 */
	public TestRequest doubled() {
		return new TestRequest(this.method, this.path, doubled(this.headers), doubled(this.queryParameters),
				doubled(this.cookies), this.remoteAddress);
	}

	@Override
	public List<String> headers(String name) {
		return this.headers.getOrDefault(name, List.of());
	}

	@Override
	public List<String> queryParameters(String name) {
		return this.queryParameters.getOrDefault(name, List.of());
	}

	@Override
	public List<String> cookies(String name) {
		return this.cookies.getOrDefault(name, List.of());
	}

	private static Map<String, List<String>> copyOf(Map<String, List<String>> values) {
		return new HashMap<>(values);
	}

	private static Map<String, List<String>> with(Map<String, List<String>> values, String name, String value) {
		Map<String, List<String>> more = copyOf(values);
		List<String> all = new ArrayList<>(more.getOrDefault(name, List.of()));
		all.add(value);
		more.put(name, all);
		return more;
	}

	private static Map<String, List<String>> doubled(Map<String, List<String>> values) {
		Map<String, List<String>> twice = copyOf(values);
		twice.replaceAll((name, all) -> {
			List<String> both = new ArrayList<>(all);
			both.addAll(all);
			return both;
		});
		return twice;
	}

}
