package dev.authgate.spring.websocket.handshake;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request some headers of which have other values.
 * <p>
 * For use by the thread that serves the request.
 */
final class HandshakeRequest extends HttpServletRequestWrapper {

	private final String name;

	private final List<String> values;

	/**
	 * Replaces a header.
	 * @param request the request
	 * @param name the name of the header
	 * @param values its values
	 */
	HandshakeRequest(HttpServletRequest request, String name, List<String> values) {
		super(request);
		this.name = name;
		this.values = values;
	}

	@Override
	public @Nullable String getHeader(String asked) {
		if (!this.name.equalsIgnoreCase(asked)) {
			return super.getHeader(asked);
		}
		return this.values.isEmpty() ? null : this.values.get(0);
	}

	@Override
	public Enumeration<String> getHeaders(String asked) {
		return this.name.equalsIgnoreCase(asked) ? Collections.enumeration(this.values) : super.getHeaders(asked);
	}

}
