package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The table that says for each route what guards it; whoever asks "who guards what" asks
 * here.
 * <p>
 * Compiled once, when all handlers are known. Safe for use by several threads.
 */
public final class Guards {

	private static final Comparator<Route> BY_PATTERN = Comparator.comparing(Route::pattern)
		.thenComparing(Route::methods)
		.thenComparing(Route::handler);

	private final RuleBook rules;

	private final HandlerDeclarations declarations;

	private final HandlerIndex index;

	private final HandlerLookup lookup;

	private final GuardMerger merger;

	private final List<GuardedRoute> handlers;

	Guards(RuleBook rules, HandlerDeclarations declarations, HandlerTable table, GuardMerger merger) {
		this.rules = rules;
		this.declarations = declarations;
		this.index = table.index();
		this.lookup = table.lookup();
		this.handlers = table.routes();
		this.merger = merger;
	}

	/**
	 * Finds the guard of a request before it is dispatched.
	 * @param request the request
	 * @return what guards it; the default guard for a request that matches nothing
	 */
	public Guard guardOf(HttpServletRequest request) {
		if (HttpMethod.OPTIONS.matches(request.getMethod())) {
			return guardOfOptions(request);
		}
		RuleMatch match = this.rules.of(request).match(request);
		if (!this.index.mayHoldHandlerOf(request)) {
			return this.merger.merge(match, Declaration.NONE);
		}
		HandlerMethod handler = this.lookup.handlerOf(request);
		Guard guard = this.merger.merge(match, (handler != null) ? this.declarations.of(handler) : Declaration.NONE);
		for (Declaration undecided : this.index.undecidedBefore(request)) {
			if (!undecided.equals(guard.declaration())) {
				guard = this.merger.strictest(guard, this.merger.merge(match, undecided));
			}
		}
		return guard;
	}

	/**
	 * Finds the guard of the handler that a request was really dispatched to.
	 * @param request the request
	 * @param handler the handler
	 * @param applied the guard that was applied before dispatch
	 * @return what guards the handler, the same instance if that is what was applied
	 */
	public Guard guardOf(HttpServletRequest request, HandlerMethod handler, Guard applied) {
		Declaration declaration = this.declarations.of(handler);
		return declaration.equals(applied.declaration()) ? applied
				: this.merger.merge(this.rules.of(request).match(request), declaration);
	}

	/**
	 * Finds the guard that annotations set for a handler, whatever the path.
	 * @param handler the handler
	 * @return the guard, or {@code null} if it has no such annotation
	 */
	public @Nullable Guard declaredGuardOf(HandlerMethod handler) {
		Declaration declaration = this.declarations.of(handler);
		return !declaration.equals(Declaration.NONE) ? this.merger.merge(RuleMatch.none(), declaration) : null;
	}

	/**
	 * Tells whether annotations choose the authenticators of a handler.
	 * @param handler the handler
	 * @return {@code true} if it has {@code @Authenticated(by = …)}
	 */
	public boolean choosesAuthenticators(HandlerMethod handler) {
		List<String> names = this.declarations.of(handler).authenticators();
		return names != null && !names.equals(List.of(Authenticators.DEFAULT));
	}

	/**
	 * Lists all routes that are known.
	 * @return the handlers, the rules that cover more than one of them, and last what
	 * holds for every other request
	 */
	public List<Route> routes() {
		Set<Route> routes = new TreeSet<>(BY_PATTERN);
		for (GuardedRoute handler : this.handlers) {
			for (PathPattern pattern : handler.patterns()) {
				Guard guard = this.merger.merge(this.rules.application().covering(pattern, handler.methods()),
						handler.declaration());
				routes.add(new Route(methods(handler), pattern.getPatternString(), guard, name(handler)));
			}
		}
		Set<String> handled = routes.stream().map(Route::pattern).collect(Collectors.toSet());
		this.rules.application()
			.rules()
			.stream()
			.filter((rule) -> !handled.contains(rule.pattern().getPatternString()))
			.forEach((rule) -> routes.add(route(rule, "")));
		this.rules.management().rules().forEach((rule) -> routes.add(route(rule, " on the management port")));
		List<Route> all = new ArrayList<>(routes);
		all.add(new Route("*", "everything else", this.merger.merge(RuleMatch.none(), Declaration.NONE), "default"));
		return List.copyOf(all);
	}

	private Route route(RouteRule rule, String where) {
		Guard guard = this.merger.merge(RuleMatch.none().and(rule), Declaration.NONE);
		HttpMethod method = rule.method();
		return new Route((method != null) ? method.name() : "*", rule.pattern().getPatternString(), guard,
				rule.declaration().source() + where);
	}

	// OPTIONS is served by the framework, not by the handler: what is open for the
	// handler is not open for it.
	private Guard guardOfOptions(HttpServletRequest request) {
		Guard guard = this.merger.merge(this.rules.of(request).match(request), Declaration.NONE);
		RuleMatch named = this.rules.of(request).matchNaming(request);
		boolean open = guard.access().compareTo(Access.REQUIRED) < 0;
		return (open && named.access() == null) ? this.merger.merge(named, Declaration.NONE) : guard;
	}

	private static String methods(GuardedRoute route) {
		return route.methods().isEmpty() ? "*"
				: route.methods().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(","));
	}

	private static String name(GuardedRoute route) {
		return route.handler().getBeanType().getSimpleName() + "." + route.handler().getMethod().getName();
	}

}
