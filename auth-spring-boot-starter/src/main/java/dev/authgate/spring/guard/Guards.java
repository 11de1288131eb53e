package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.authgate.spring.guard.handler.GuardedRoute;
import dev.authgate.spring.guard.handler.HandlerDeclarations;
import dev.authgate.spring.guard.handler.HandlerIndex;
import dev.authgate.spring.guard.handler.HandlerTable;
import dev.authgate.spring.guard.handler.RequestPaths;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.rule.RouteRule;
import dev.authgate.spring.guard.rule.RuleBook;
import dev.authgate.spring.guard.rule.RuleMatch;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
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

	private final GuardMerger merger;

	private final RuleMatch noRule = RuleMatch.none();

	private final List<GuardedRoute> handlers;

	Guards(RuleBook rules, HandlerDeclarations declarations, HandlerTable table, GuardMerger merger) {
		this.rules = rules;
		this.declarations = declarations;
		this.index = new HandlerIndex(table, declarations);
		this.handlers = table.routes();
		this.merger = merger;
	}

	/**
	 * Finds the guard of a request before it is dispatched.
	 * @param request the request
	 * @return what guards it; the default guard for a request that matches nothing
	 * @throws org.springframework.security.web.firewall.RequestRejectedException if its
	 * path cannot be told
	 */
	public Guard guardOf(HttpServletRequest request) {
		PathContainer path = RequestPaths.parse(request);
		if (HttpMethod.OPTIONS.matches(request.getMethod())) {
			return guardOfOptions(request);
		}
		if (this.rules.isOnManagementPort(request)) {
			return this.merger.merge(this.rules.management().match(request), Declaration.NONE);
		}
		return this.merger.merge(this.rules.of(request).match(request), this.index.declarationsOf(request, path));
	}

	/**
	 * Finds the guard of what a request was really dispatched to.
	 * @param request the request
	 * @param handler what serves it, a a handler method or not
	 * @param applied the guard that was applied before dispatch, {@code null} if that was
	 * the guard of another path or method
	 * @return what guards the handler, the same instance if that is what was applied
	 */
	public Guard guardOf(HttpServletRequest request, Object handler, @Nullable Guard applied) {
		Declaration declaration = declarationOf(handler);
		if (applied != null && declaration.equals(applied.declaration())) {
			return applied;
		}
		return this.merger.merge(this.rules.of(request).match(request), declaration);
	}

	/**
	 * Finds what is required of callers whom a filter chain of the application lets in:
	 * what annotations and configured rules require, but no built-in rule.
	 * @param request the request
	 * @param handler what serves it, a a handler method or not
	 * @return what must be met
	 */
	public Requirement requirementOf(HttpServletRequest request, Object handler) {
		return declarationOf(handler).requirement().and(this.rules.of(request).matchConfigured(request).requirement());
	}

	/**
	 * Finds the guard that annotations set for a handler, whatever the path.
	 * @param handler the handler
	 * @return the guard, or {@code null} if it has no such annotation
	 */
	public @Nullable Guard declaredGuardOf(Object handler) {
		Declaration declaration = declarationOf(handler);
		return !declaration.equals(Declaration.NONE) ? this.merger.merge(this.noRule, declaration) : null;
	}

	/**
	 * Tells whether annotations choose the authenticators of a handler.
	 * @param handler the handler
	 * @return {@code true} if it has {@code @Authenticated(by = …)}
	 */
	public boolean choosesAuthenticators(Object handler) {
		List<String> names = declarationOf(handler).authenticators();
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
			handler.patterns().forEach((pattern) -> addRoutes(handler, pattern, routes));
		}
		Set<String> handled = routes.stream().map(Route::pattern).collect(Collectors.toSet());
		this.rules.application()
			.rules()
			.stream()
			.filter((rule) -> !handled.contains(rule.pattern().getPatternString()))
			.forEach((rule) -> routes.add(route(rule, "")));
		this.rules.management().rules().forEach((rule) -> routes.add(route(rule, " on the management port")));
		List<Route> all = new ArrayList<>(routes);
		all.add(new Route("*", "everything else", this.merger.merge(this.noRule, Declaration.NONE), "default"));
		return List.copyOf(all);
	}

	private Route route(RouteRule rule, String where) {
		Guard guard = this.merger.merge(this.noRule.and(rule), Declaration.NONE);
		HttpMethod method = rule.method();
		return new Route((method != null) ? method.name() : "*", rule.pattern().getPatternString(), guard,
				rule.declaration().source() + where);
	}

	// Rules may tell the methods of one handler apart.
	private void addRoutes(GuardedRoute handler, PathPattern pattern, Set<Route> routes) {
		Map<Guard, List<String>> methods = new LinkedHashMap<>();
		List<HttpMethod> all = handler.requestMethods();
		for (HttpMethod method : all) {
			Guard guard = this.merger.merge(this.rules.application().covering(pattern, method), handler.declaration());
			methods.computeIfAbsent(guard, (missing) -> new ArrayList<>()).add(method.name());
		}
		methods.forEach((guard, names) -> routes
			.add(new Route(handler.describe(names), pattern.getPatternString(), guard, handler.name())));
	}

	private Declaration declarationOf(Object handler) {
		return this.declarations.of(handler);
	}

	// OPTIONS is served by the framework, not by the handler: what is open for the
	// handler is not open for it.
	private Guard guardOfOptions(HttpServletRequest request) {
		Guard guard = this.merger.merge(this.rules.of(request).match(request), Declaration.NONE);
		RuleMatch named = this.rules.of(request).matchNaming(request);
		boolean open = guard.access().compareTo(Access.REQUIRED) < 0;
		return (open && named.access() == null) ? this.merger.merge(named, Declaration.NONE) : guard;
	}

}
