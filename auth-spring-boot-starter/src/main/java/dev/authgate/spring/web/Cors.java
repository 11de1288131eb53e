package dev.authgate.spring.web;

import java.io.IOException;
import java.util.function.Supplier;

import dev.authgate.spring.guard.HandlerLookup;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What pages of other origins may ask and read: as {@code authgate.cors} says, or else as
 * the handler of the request does.
 * <p>
 * Safe for use by several threads.
 */
public final class Cors {

	private final CorsProcessor processor = new DefaultCorsProcessor();

	private final @Nullable CorsConfiguration configuration;

	private final Supplier<HandlerLookup> lookup;

	/**
	 * Makes the rules.
	 * @param configuration the configuration of all routes, or {@code null} to follow the
	 * handlers
	 * @param lookup asks who serves a request
	 */
	public Cors(@Nullable CorsConfiguration configuration, Supplier<HandlerLookup> lookup) {
		this.configuration = configuration;
		this.lookup = lookup;
	}

	/**
	 * Answers a pre-flight request, or sets the headers of one that follows.
	 * @return {@code false} if the request is answered
	 */
	boolean process(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (CorsUtils.isPreFlightRequest(request)) {
			answerPreFlight(request, response);
			return false;
		}
		return this.configuration == null || this.processor.processRequest(this.configuration, request, response);
	}

	/**
	 * Lets the page that asked read the refusal.
	 * @return {@code false} if the request is answered
	 */
	boolean allowReading(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.configuration != null || request.getHeader("Origin") == null || !CorsUtils.isCorsRequest(request)) {
			return true;
		}
		CorsConfiguration handlers = this.lookup.get().corsConfigurationOf(request);
		return handlers == null || this.processor.processRequest(handlers, request, response);
	}

	private void answerPreFlight(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.configuration != null) {
			this.processor.processRequest(this.configuration, request, response);
			return;
		}
		try {
			this.lookup.get().handlePreFlight(request, response);
		}
		catch (IOException ex) {
			throw ex;
		}
		catch (Exception ex) {
			// No handler takes the announced request, so nothing is allowed.
			this.processor.processRequest(null, request, response);
		}
	}

}
