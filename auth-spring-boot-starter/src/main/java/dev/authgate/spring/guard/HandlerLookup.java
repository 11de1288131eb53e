package dev.authgate.spring.guard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.PreFlightRequestHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Asks all handler mappings, in the dispatcher's order, who would serve a request.
 * <p>
 * Immutable.
 */
public final class HandlerLookup {

	private final List<HandlerMapping> mappings;

	private HandlerLookup(List<HandlerMapping> mappings) {
		this.mappings = mappings;
	}

	/**
	 * Collects the handler mappings of an application.
	 * @param context the application's context
	 * @return the lookup
	 */
	public static HandlerLookup of(ApplicationContext context) {
		List<HandlerMapping> mappings = new ArrayList<>(
				BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerMapping.class, true, false).values());
		AnnotationAwareOrderComparator.sort(mappings);
		return new HandlerLookup(List.copyOf(mappings));
	}

	/**
	 * Answers a pre-flight request as the handler of the announced request allows.
	 * @param request the pre-flight request
	 * @param response its response
	 * @return {@code false} if there is no such handler, or it does not speak of other
	 * origins
	 * @throws IOException if the connection is lost
	 */
	public boolean answerPreFlight(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpServletRequest lookup = new LookupRequest(request);
		HandlerExecutionChain chain = chainOrNull(lookup);
		if (chain == null || !(chain.getHandler() instanceof PreFlightRequestHandler handler)
				|| !(handler instanceof CorsConfigurationSource source)
				|| source.getCorsConfiguration(lookup) == null) {
			return false;
		}
		try {
			handler.handlePreFlight(request, response);
			return true;
		}
		catch (IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("A pre-flight request cannot be answered", ex);
		}
	}

	/**
	 * Finds what Spring MVC would say to a request of another origin.
	 * @param request the request
	 * @return the configuration of its handler, or {@code null} if there is none
	 */
	public @Nullable CorsConfiguration corsConfigurationOf(HttpServletRequest request) {
		HttpServletRequest lookup = new LookupRequest(request);
		HandlerExecutionChain chain = chainOrNull(lookup);
		if (chain == null) {
			return null;
		}
		for (HandlerInterceptor interceptor : chain.getInterceptorList()) {
			if (interceptor instanceof CorsConfigurationSource source) {
				return source.getCorsConfiguration(lookup);
			}
		}
		return null;
	}

	@Nullable HandlerMethod handlerOf(HttpServletRequest request) {
		HandlerExecutionChain chain = chainOrNull(new LookupRequest(request));
		return (chain != null && chain.getHandler() instanceof HandlerMethod handler) ? handler : null;
	}

	List<RequestMappingInfoHandlerMapping> methodMappings() {
		return this.mappings.stream()
			.filter(RequestMappingInfoHandlerMapping.class::isInstance)
			.map(RequestMappingInfoHandlerMapping.class::cast)
			.toList();
	}

	// A mapping throws for 404, 405, 406 and 415; the dispatcher will say so itself.
	private @Nullable HandlerExecutionChain chainOrNull(HttpServletRequest request) {
		try {
			return chainOf(request);
		}
		catch (Exception ex) {
			return null;
		}
	}

	private @Nullable HandlerExecutionChain chainOf(HttpServletRequest request) throws Exception {
		for (HandlerMapping mapping : this.mappings) {
			HandlerExecutionChain chain = mapping.getHandler(request);
			if (chain != null) {
				return chain;
			}
		}
		return null;
	}

}
