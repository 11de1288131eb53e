package dev.authgate.spring.guard.rule;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Declaration;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The rules of the configuration in the order of their specificity.
 * <p>
 * Safe for use by several threads.
 */
public final class RuleSet {

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

	public RuleMatch match(HttpServletRequest request) {
		RuleMatch match = this.none;
		for (RouteRule rule : this.rules) {
			if (rule.matches(request)) {
				match = match.and(rule);
			}
		}
		return match;
	}

	public RuleMatch matchConfigured(HttpServletRequest request) {
		RuleMatch match = this.none;
		for (RouteRule rule : this.rules) {
			if (!rule.isBuiltIn() && rule.matches(request)) {
				match = match.and(rule);
			}
		}
		return match;
	}

	public RuleMatch matchNaming(HttpServletRequest request) {
		RuleMatch match = this.none;
		for (RouteRule rule : this.rules) {
			if (rule.names(request.getMethod()) && rule.matches(request)) {
				match = match.and(rule);
			}
		}
		return match;
	}

	public RuleMatch covering(PathPattern pattern, HttpMethod method) {
		RuleMatch match = this.none;
		for (RouteRule rule : this.rules) {
			if (rule.matchesMethod(method.name()) && rule.covers(pattern)) {
				match = match.and(rule);
			}
		}
		return match;
	}

	/**
	 * Finds the rule to name in a refusal.
	 */
	public RouteRule firstCovering(PathPattern pattern, HttpMethod method, Predicate<Declaration> kind) {
		List<RouteRule> covering = Arrays.stream(this.rules)
			.filter((rule) -> rule.matchesMethod(method.name()) && rule.covers(pattern))
			.toList();
		return covering.stream()
			.filter((rule) -> kind.test(rule.declaration()))
			.findFirst()
			.orElseGet(() -> covering.get(0));
	}

	public List<RouteRule> rules() {
		return List.of(this.rules);
	}

	private static void refuseDuplicates(List<RouteRule> rules) {
		for (int i = 0; i < rules.size(); i++) {
			for (int j = i + 1; j < rules.size(); j++) {
				if (rules.get(i).isSameRouteAs(rules.get(j))) {
					throw duplicate(rules.get(i), rules.get(j));
				}
			}
		}
	}

	private static MisconfigurationException duplicate(RouteRule first, RouteRule second) {
		return new MisconfigurationException(first.declaration().source() + " and " + second.declaration().source()
				+ " are about the same route, " + first + ".", "Merge the two into one.");
	}

}
