package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.handler.ContainerSockets;
import dev.authgate.spring.guard.handler.GuardedRoute;
import dev.authgate.spring.guard.handler.HandlerDeclarations;
import dev.authgate.spring.guard.handler.HandlerLookup;
import dev.authgate.spring.guard.handler.HandlerTable;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.rule.RouteRule;
import dev.authgate.spring.guard.rule.RuleBook;
import dev.authgate.spring.guard.rule.RuleCompiler;
import dev.authgate.spring.guard.rule.RuleSet;
import dev.authgate.spring.guard.rule.RuleSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.pattern.PathPattern;

import jakarta.servlet.ServletContext;

/**
 * Compiles the table of guards once all handlers are known, and refuses what contradicts
 * itself.
 * <p>
 * Immutable.
 */
public final class GuardsCompiler {

	private final Authenticators authenticators;

	private final HandlerDeclarations declarations;

	private final PathPatternRequestMatcher.Builder matchers;

	private final ContainerSockets sockets;

	/**
	 * Makes a compiler.
	 * @param authenticators the authenticators of the application
	 * @param declarations what annotations say
	 * @param matchers makes the matchers of the application's routes
	 * @param sockets what the container serves by itself
	 */
	public GuardsCompiler(Authenticators authenticators, HandlerDeclarations declarations,
			PathPatternRequestMatcher.Builder matchers, ContainerSockets sockets) {
		this.authenticators = authenticators;
		this.declarations = declarations;
		this.matchers = matchers;
		this.sockets = sockets;
	}

	/**
	 * Compiles the table.
	 * @param beans the beans of the application, all singletons instantiated
	 * @param lookup asks its handler mappings
	 * @param rules the rules, compiled
	 * @return the table
	 * @throws MisconfigurationException if rules and annotations contradict each other,
	 * or name what does not exist
	 */
	public Guards compile(ConfigurableListableBeanFactory beans, HandlerLookup lookup, RuleBook rules) {
		CaseSensitivity.check(this.matchers, lookup);
		HandlerTable table = HandlerTable.of(lookup, this.sockets, this.declarations);
		GuardMerger merger = new GuardMerger(this.authenticators);
		for (GuardedRoute route : table.routes()) {
			for (PathPattern pattern : route.patterns()) {
				check(route, pattern, rules.application(), merger);
			}
		}
		AnnotatedBeans.check(beans, table.routes());
		return new Guards(rules, this.declarations, table, merger);
	}

	private static void check(GuardedRoute route, PathPattern pattern, RuleSet rules, GuardMerger merger) {
		for (HttpMethod method : route.requestMethods()) {
			RouteChecks.refuseContradiction(route, pattern, method, rules);
			Guard guard = merger.merge(rules.covering(pattern, method), route.declaration());
			RouteChecks.refuseUnsafeParameters(route, guard);
		}
	}

	/**
	 * Compiles the rules.
	 * @param sources the configured and built-in rules
	 * @param context the servlet context of the application, if it is known
	 * @return the rules
	 * @throws MisconfigurationException if two of them are about the same route, or one
	 * names what does not exist
	 */
	public RuleBook rules(List<RuleSource> sources, @Nullable ServletContext context) {
		RuleCompiler compiler = new RuleCompiler(this.authenticators);
		List<RouteRule> application = new ArrayList<>();
		List<RouteRule> management = new ArrayList<>();
		for (RuleSource source : sources) {
			if (source.scope().isManagement()) {
				management.addAll(compiler.compile(source, PathPatternRequestMatcher.withDefaults()));
			}
			else {
				application.addAll(compiler.compile(source, this.matchers));
			}
		}
		return RuleBook.of(application, management, context);
	}

}
