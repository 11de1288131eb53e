package dev.authgate.spring.guard.rule;

import java.util.List;

/**
 * Adds rules for routes that a part of the starter serves or knows of.
 */
@FunctionalInterface
public interface RuleContributor {

	/**
	 * Gives the rules, once all beans are there.
	 * @param configured the rules that the user wrote
	 * @return built-in rules, which give way to configured ones
	 */
	List<RuleSource> rules(List<RuleSource> configured);

}
