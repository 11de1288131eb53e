package dev.authgate.spring.guard;

import java.util.List;
import java.util.Set;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The rules of the configuration in the order of their specificity.
 * <p>
 * Safe for use by several threads.
 */
final class RuleSet {

	private final RouteRule[] rules;

	private final RuleMatch none = RuleMatch.none();

	/**
	 * Sorts rules.
	 * @throws MisconfigurationException if two of them are about the same route
	 */
	RuleSet(List<RouteRule> rules) {
		refuseDuplicates(rules);
		this.rules = rules.stream().sorted(RouteRule.MOST_SPECIFIC_FIRST).toArray(RouteRule[]::new);
	}

	RuleMatch match(HttpServletRequest request) {
		RuleMatch match = this.none;
		for (RouteRule rule : this.rules) {
			if (rule.matches(request)) {
				match = match.and(rule);
			}
		}
		return match;
	}

	RuleMatch matchNaming(HttpServletRequest request) {
		RuleMatch match = this.none;
		for (RouteRule rule : this.rules) {
			if (rule.names(request.getMethod()) && rule.matches(request)) {
				match = match.and(rule);
			}
		}
		return match;
	}

	RuleMatch covering(PathPattern pattern, Set<HttpMethod> methods) {
		RuleMatch match = this.none;
		for (RouteRule rule : this.rules) {
			if (covers(rule, pattern, methods)) {
				match = match.and(rule);
			}
		}
		return match;
	}

	RouteRule firstCovering(PathPattern pattern, Set<HttpMethod> methods,
			java.util.function.Predicate<RouteRule> kind) {
		for (RouteRule rule : this.rules) {
			if (covers(rule, pattern, methods) && kind.test(rule)) {
				return rule;
			}
		}
		throw new IllegalArgumentException("No rule covers " + pattern);
	}

	List<RouteRule> rules() {
		return List.of(this.rules);
	}

	private static boolean covers(RouteRule rule, PathPattern pattern, Set<HttpMethod> methods) {
		boolean method = rule.method() == null || methods.stream().anyMatch((one) -> rule.matchesMethod(one.name()));
		return method && rule.covers(pattern);
	}

	private static void refuseDuplicates(List<RouteRule> rules) {
		for (int i = 0; i < rules.size(); i++) {
			for (int j = i + 1; j < rules.size(); j++) {
				if (rules.get(i).isSameRouteAs(rules.get(j))) {
					throw Refusals.duplicateRule(rules.get(i), rules.get(j));
				}
			}
		}
	}

}
