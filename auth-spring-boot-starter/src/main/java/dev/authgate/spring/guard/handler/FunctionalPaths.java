package dev.authgate.spring.guard.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The paths of an application's router functions, where each of their routes requires
 * one: a request for another path need not be shown to them, which costs more than all
 * else that is asked before a caller is known.
 * <p>
 * Immutable.
 */
final class FunctionalPaths {

	private final PatternIndex<PathPattern> patterns;

	private FunctionalPaths(List<PathPattern> patterns, boolean caseSensitive) {
		this.patterns = new PatternIndex<>(patterns, Function.identity(), caseSensitive);
	}

	/**
	 * Collects the paths of a mapping.
	 * @return the paths, or {@code null} if one of its routes may serve any
	 */
	static @Nullable FunctionalPaths of(RouterFunctionMapping mapping) {
		PathPatternParser parser = mapping.getPatternParser();
		RouterFunction<?> functions = mapping.getRouterFunction();
		if (parser == null || functions == null || mapping.getClass() != RouterFunctionMapping.class) {
			return null;
		}
		Routes routes = new Routes(parser);
		functions.accept(routes);
		return !routes.unbound.get() ? new FunctionalPaths(routes.patterns, parser.isCaseSensitive()) : null;
	}

	boolean mayServe(PathContainer path) {
		return !this.patterns.find(path).isEmpty();
	}

	/**
	 * Collects a path of each route.
	 */
	private static final class Routes implements RouterFunctions.Visitor {

		private final List<PathPattern> patterns = new ArrayList<>();

		private final PathPatternParser parser;

		private final AtomicBoolean unbound = new AtomicBoolean();

		private Routes(PathPatternParser parser) {
			this.parser = parser;
		}

		@Override
		public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
			RequiredPath required = new RequiredPath();
			predicate.accept(required);
			required.patterns.stream()
				.findFirst()
				.map(this.parser::parse)
				.ifPresentOrElse(this.patterns::add, () -> this.unbound.set(true));
		}

		// What is nested takes its paths from what is around it.
		@Override
		public void startNested(RequestPredicate predicate) {
			this.unbound.set(true);
		}

		@Override
		public void endNested(RequestPredicate predicate) {
		}

		@Override
		public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
			this.unbound.set(true);
		}

		@Override
		public void attributes(Map<String, Object> attributes) {
		}

		@Override
		public void unknown(RouterFunction<?> function) {
			this.unbound.set(true);
		}

	}

	/**
	 * Finds a path that a predicate requires, whatever else it does.
	 */
	private static final class RequiredPath implements RequestPredicates.Visitor {

		private final List<String> patterns = new ArrayList<>();

		private final AtomicInteger choices = new AtomicInteger();

		@Override
		public void path(String required) {
			if (this.choices.get() == 0) {
				this.patterns.add(required);
			}
		}

		@Override
		public void startOr() {
			this.choices.incrementAndGet();
		}

		@Override
		public void endOr() {
			this.choices.decrementAndGet();
		}

		@Override
		public void startNegate() {
			this.choices.incrementAndGet();
		}

		@Override
		public void endNegate() {
			this.choices.decrementAndGet();
		}

		@Override
		public void or() {
		}

		@Override
		public void startAnd() {
		}

		@Override
		public void and() {
		}

		@Override
		public void endAnd() {
		}

		@Override
		public void method(Set<HttpMethod> methods) {
		}

		@Override
		public void header(String name, String value) {
		}

		@Override
		public void param(String name, String value) {
		}

		@Override
		public void version(String version) {
		}

		@Override
		@SuppressWarnings("removal")
		@Deprecated(since = "7.0", forRemoval = true)
		public void pathExtension(String extension) {
		}

		@Override
		public void unknown(RequestPredicate predicate) {
		}

	}

}
