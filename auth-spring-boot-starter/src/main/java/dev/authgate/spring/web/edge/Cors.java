package dev.authgate.spring.web.edge;

import java.io.IOException;
import java.util.function.Supplier;

import dev.authgate.spring.guard.handler.HandlerLookup;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What pages of other origins may ask and read: as a source for all routes says, or else
 * as the handler of the request does.
 * <p>
 * Safe for use by several threads.
 */
public final class Cors {

	private final CorsProcessor processor = new SilentCorsProcessor();

	private final @Nullable CorsConfigurationSource source;

	private final Supplier<HandlerLookup> lookup;

	/**
	 * Makes the rules.
	 * @param source the configuration of routes whoever serves them, or {@code null} to
	 * follow the handlers alone
	 * @param lookup asks who serves a request
	 */
	public Cors(@Nullable CorsConfigurationSource source, Supplier<HandlerLookup> lookup) {
		this.source = source;
		this.lookup = lookup;
	}

	/**
	 * Answers a pre-flight request about a route that pages of other origins may ask, or
	 * sets the headers of one that follows.
	 */
	public Outcome process(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean preFlight = CorsUtils.isPreFlightRequest(request);
		CorsConfiguration configuration = configurationOf(request);
		if (configuration == null) {
			boolean answered = preFlight && this.lookup.get().answerPreFlight(request, response);
			return answered ? Outcome.ANSWERED : Outcome.GO_ON;
		}
		boolean allowed = this.processor.processRequest(configuration, request, response);
		if (preFlight) {
			return Outcome.ANSWERED;
		}
		return allowed ? Outcome.GO_ON : Outcome.REJECTED;
	}

	/**
	 * Lets the page that asked read the refusal, if it may read the answer.
	 */
	public void allowReading(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getHeader("Origin") != null && configurationOf(request) == null) {
			CorsConfiguration handlers = this.lookup.get().corsConfigurationOf(request);
			this.processor.processRequest(handlers, request, response);
		}
	}

	private @Nullable CorsConfiguration configurationOf(HttpServletRequest request) {
		return (this.source != null) ? this.source.getCorsConfiguration(request) : null;
	}

	/**
	 * What became of a request.
	 */
	public enum Outcome {

		/** It may be served. */
		GO_ON,
		/** It was a pre-flight request, and is answered. */
		ANSWERED,
		/** It comes from a page that may not ask. */
		REJECTED

	}

	/**
	 * Leaves the body of a refusal to those who refuse.
	 */
	private static final class SilentCorsProcessor extends DefaultCorsProcessor {

		@Override
		protected void rejectRequest(ServerHttpResponse response) {
			response.setStatusCode(HttpStatus.FORBIDDEN);
		}

	}

}
