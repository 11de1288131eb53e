package dev.authgate.spring.websocket.endpoint;

import java.io.IOException;
import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Shows the handshakes that passed Spring Security to the endpoints that the container
 * chooses for them.
 * <p>
 * Safe for use by several threads.
 */
public final class EndpointFilter implements Filter {

	private final Supplier<Handshakes> handshakes;

	/**
	 * Makes the filter.
	 * @param handshakes judges handshakes, asked for with the first
	 */
	public EndpointFilter(Supplier<Handshakes> handshakes) {
		this.handshakes = handshakes;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest http && http.getHeader("Upgrade") != null) {
			this.handshakes.get().pass(http, (HttpServletResponse) response, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
