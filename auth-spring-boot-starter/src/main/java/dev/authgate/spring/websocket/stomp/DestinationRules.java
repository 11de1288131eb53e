package dev.authgate.spring.websocket.stomp;

import java.util.Comparator;
import java.util.List;

import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.util.PathMatcher;

/**
 * The rules for destinations, matched as the application's own mappings are.
 * <p>
 * Immutable.
 */
final class DestinationRules {

	private final List<DestinationRule> rules;

	private final PathMatcher matcher;

	/**
	 * Checks the rules.
	 * @param rules the rules
	 * @param matcher matches the mappings of the application
	 * @throws MisconfigurationException if a pattern cannot be matched, or two rules have
	 * the same one
	 */
	DestinationRules(List<DestinationRule> rules, PathMatcher matcher) {
		this.rules = List.copyOf(rules);
		this.matcher = matcher;
		for (int i = 0; i < rules.size(); i++) {
			refuseBroken(rules.get(i));
			for (DestinationRule other : rules.subList(0, i)) {
				refuseSame(other, rules.get(i));
			}
		}
	}

	/**
	 * Finds the most specific rule.
	 * @param type {@code MESSAGE} or {@code SUBSCRIBE}
	 * @param destination a destination
	 * @return the rule, or {@code null} if there is none
	 */
	@Nullable DestinationRule find(SimpMessageType type, String destination) {
		DestinationRule best = null;
		Comparator<DestinationRule> order = null;
		for (DestinationRule rule : this.rules) {
			if (rule.isOf(type) && matches(rule, destination)) {
				order = (order != null) ? order : order(destination);
				best = (best == null || order.compare(rule, best) < 0) ? rule : best;
			}
		}
		return best;
	}

	// A client may ask for a pattern of destinations, which no pattern matches reliably.
	private boolean matches(DestinationRule rule, String destination) {
		return rule.pattern().equals(destination) || this.matcher.match(rule.pattern(), destination);
	}

	private Comparator<DestinationRule> order(String destination) {
		return Comparator
			.comparing((DestinationRule rule) -> rule.pattern(), this.matcher.getPatternComparator(destination))
			.thenComparing(DestinationRule::access, Comparator.reverseOrder());
	}

	private void refuseBroken(DestinationRule rule) {
		try {
			this.matcher.match(rule.pattern(), rule.pattern());
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(
					rule.source() + " names the destination '" + rule.pattern() + "', which is no pattern.",
					"Use /literal, /{variable}, /* for one segment, and /** for any number.");
		}
	}

	private static void refuseSame(DestinationRule first, DestinationRule second) {
		if (first.meets(second)) {
			throw new MisconfigurationException(
					first.source() + " and " + second.source() + " are both for '" + second.pattern() + "'.",
					"Make them one rule, or give one of them type: send and the other type: subscribe.");
		}
	}

}
