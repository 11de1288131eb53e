package dev.authgate.spring.guard.handler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.http.server.PathContainer;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.PreFlightRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Asks all handler mappings, in the dispatcher's order, who would serve a request.
 * <p>
 * Immutable.
 */
public final class HandlerLookup {

	private final ApplicationContext context;

	private final List<HandlerMapping> mappings;

	private final IdentityHashMap<HandlerMapping, List<HandlerMapping>> opaqueBefore = new IdentityHashMap<>();

	private final IdentityHashMap<HandlerMapping, FunctionalPaths> functionalPaths = new IdentityHashMap<>();

	private final DispatcherName dispatcher;

	private HandlerLookup(ApplicationContext context, List<HandlerMapping> mappings) {
		this.context = context;
		this.mappings = mappings;
		this.dispatcher = DispatcherName
			.in((context instanceof WebApplicationContext web) ? web.getServletContext() : null);
		boolean checked = mappings.stream().allMatch(AbstractHandlerMapping.class::isInstance);
		List<HandlerMapping> opaque = new ArrayList<>();
		for (HandlerMapping mapping : mappings) {
			if (checked && isTransparent(mapping)) {
				this.opaqueBefore.put(mapping, List.copyOf(opaque));
			}
			else if (!isEmpty(mapping)) {
				opaque.add(mapping);
				keepPaths(mapping);
			}
		}
	}

	private void keepPaths(HandlerMapping mapping) {
		FunctionalPaths paths = (mapping instanceof RouterFunctionMapping functions) ? FunctionalPaths.of(functions)
				: null;
		if (paths != null) {
			this.functionalPaths.put(mapping, paths);
		}
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
		return new HandlerLookup(context, List.copyOf(mappings));
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
		HandlerExecutionChain chain = chainOrNull(lookup, mappingsOf(request));
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
		HandlerExecutionChain chain = chainOrNull(lookup, mappingsOf(request));
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

	@Nullable Object handlerOf(HttpServletRequest request) {
		HandlerExecutionChain chain = chainOrNull(new LookupRequest(request), this.mappings);
		return (chain != null) ? chain.getHandler() : null;
	}

	/**
	 * Tells whether a request goes to the servlet that asks these mappings.
	 */
	boolean isAsked(HttpServletRequest request) {
		return this.dispatcher.takes(request);
	}

	/**
	 * Tells whether the patterns of a mapping say all about whom it chooses, and the
	 * check at dispatch sees every handler of the application.
	 */
	boolean isPredictable(HandlerMapping mapping) {
		return this.opaqueBefore.containsKey(mapping);
	}

	/**
	 * Tells whether a mapping that is asked before a predictable one may serve a request.
	 */
	boolean isServedBefore(HandlerMapping mapping, HttpServletRequest request, PathContainer path) {
		HttpServletRequest lookup = null;
		try {
			for (HandlerMapping other : this.opaqueBefore.getOrDefault(mapping, this.mappings)) {
				FunctionalPaths paths = this.functionalPaths.get(other);
				if (paths == null || paths.mayServe(path)) {
					lookup = (lookup != null) ? lookup : new LookupRequest(request);
					if (other.getHandler(lookup) != null) {
						return true;
					}
				}
			}
			return false;
		}
		catch (Exception ex) {
			return true;
		}
	}

	boolean usesPathPatterns() {
		return methodMappings().stream().allMatch((mapping) -> mapping.getPatternParser() != null);
	}

	public boolean isCaseSensitive() {
		return this.mappings.stream()
			.filter(AbstractHandlerMapping.class::isInstance)
			.map((mapping) -> ((AbstractHandlerMapping) mapping).getPatternParser())
			.allMatch((parser) -> parser == null || parser.isCaseSensitive());
	}

	List<RequestMappingInfoHandlerMapping> methodMappings() {
		return this.mappings.stream()
			.filter(RequestMappingInfoHandlerMapping.class::isInstance)
			.map(RequestMappingInfoHandlerMapping.class::cast)
			.toList();
	}

	List<AbstractUrlHandlerMapping> urlMappings() {
		return this.mappings.stream()
			.filter(AbstractUrlHandlerMapping.class::isInstance)
			.map(AbstractUrlHandlerMapping.class::cast)
			.toList();
	}

	// Others may choose as they like.
	private static boolean isTransparent(HandlerMapping mapping) {
		return mapping instanceof RequestMappingInfoHandlerMapping methods && methods.getPatternParser() != null
				&& mapping.getClass().getName().startsWith("org.springframework.");
	}

	private static boolean isEmpty(HandlerMapping mapping) {
		return mapping instanceof RouterFunctionMapping functions && functions.getRouterFunction() == null;
	}

	// A management server on a port of its own has a context of its own.
	private List<HandlerMapping> mappingsOf(HttpServletRequest request) {
		ApplicationContext own = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
		if (own == null || !this.context.equals(own.getParent())) {
			return this.mappings;
		}
		return own.getBeanProvider(HandlerMapping.class).orderedStream().toList();
	}

	// A mapping throws for 404, 405, 406 and 415; the dispatcher will say so itself.
	private static @Nullable HandlerExecutionChain chainOrNull(HttpServletRequest request,
			List<HandlerMapping> mappings) {
		try {
			return chainOf(request, mappings);
		}
		catch (Exception ex) {
			return null;
		}
	}

	private static @Nullable HandlerExecutionChain chainOf(HttpServletRequest request, List<HandlerMapping> mappings)
			throws Exception {
		for (HandlerMapping mapping : mappings) {
			HandlerExecutionChain chain = mapping.getHandler(request);
			if (chain != null) {
				return chain;
			}
		}
		return null;
	}

}
