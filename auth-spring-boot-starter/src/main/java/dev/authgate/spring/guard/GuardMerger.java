package dev.authgate.spring.guard;

import java.util.List;
import java.util.function.Predicate;

/**
 * Makes guards from what the rules of the configuration and the annotations of a handler
 * say.
 * <p>
 * Safe for use by several threads.
 */
final class GuardMerger {

	private final Authenticators authenticators;

	GuardMerger(Authenticators authenticators) {
		this.authenticators = authenticators;
	}

	Guard merge(RuleMatch rules, Declaration declaration) {
		Guard known = rules.guards().get(declaration);
		return (known != null) ? known
				: rules.guards().computeIfAbsent(declaration, (missing) -> compile(rules, missing));
	}

	Guard strictest(Guard one, Guard other) {
		Access access = one.access().strictest(other.access());
		if (one.access() == Access.PUBLIC || other.access() == Access.PUBLIC) {
			Guard closed = (one.access() == Access.PUBLIC) ? other : one;
			return new Guard(closed.authenticators(), access, closed.requirement(), Declaration.NONE);
		}
		Predicate<NamedAuthenticator> common = (candidate) -> other.accepts(candidate.name());
		List<NamedAuthenticator> shared = one.authenticators().stream().filter(common).toList();
		return new Guard(shared, shared.isEmpty() ? Access.DENIED : access, one.requirement().and(other.requirement()),
				Declaration.NONE);
	}

	private Guard compile(RuleMatch rules, Declaration declaration) {
		Access access = access(rules, declaration);
		if (access == Access.PUBLIC) {
			return new Guard(List.of(), access, Requirement.NONE, declaration);
		}
		return new Guard(authenticators(rules, declaration), access, declaration.requirement().and(rules.requirement()),
				declaration);
	}

	private List<NamedAuthenticator> authenticators(RuleMatch rules, Declaration declaration) {
		if (declaration.authenticators() != null) {
			return this.authenticators.resolve(declaration.authenticators(), declaration.source());
		}
		return (rules.authenticators() != null) ? this.authenticators.resolve(rules.authenticators(), "authgate.routes")
				: this.authenticators.defaults();
	}

	private static Access access(RuleMatch rules, Declaration declaration) {
		Access ruled = (rules.access() == null && !rules.requirement().isNone()) ? Access.REQUIRED : rules.access();
		if (declaration.access() == null) {
			return (ruled != null) ? ruled : Access.REQUIRED;
		}
		// Annotations close what a rule opens, but never open what a rule closes.
		return (ruled == null) ? declaration.access() : declaration.access().strictest(ruled);
	}

}
