package dev.authgate.spring.guard;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.rule.RuleMatch;

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

	/**
	 * Merges where one of several handlers will serve the request: the strictest access,
	 * by authenticators that all of them accept. What they require is judged when it is
	 * known which of them it is.
	 */
	Guard merge(RuleMatch rules, Set<Declaration> declarations) {
		Iterator<Declaration> each = declarations.iterator();
		Guard guard = merge(rules, each.next());
		while (each.hasNext()) {
			guard = strictest(guard, merge(rules, each.next()), rules.requirement());
		}
		return guard;
	}

	private static Guard strictest(Guard one, Guard other, Requirement requirement) {
		Access access = one.access().strictest(other.access());
		List<NamedAuthenticator> shared = shared(one, other);
		boolean nobody = shared.isEmpty() && access != Access.PUBLIC;
		return new Guard(shared, nobody ? Access.DENIED : access, requirement, Declaration.UNDECIDED);
	}

	private static List<NamedAuthenticator> shared(Guard one, Guard other) {
		if (one.access() == Access.PUBLIC || other.access() == Access.PUBLIC) {
			return (one.access() == Access.PUBLIC) ? other.authenticators() : one.authenticators();
		}
		return one.authenticators().stream().filter((candidate) -> other.accepts(candidate.name())).toList();
	}

	private Guard compile(RuleMatch rules, Declaration declaration) {
		Access access = access(rules, declaration);
		if (access == Access.PUBLIC) {
			return new Guard(List.of(), access, Requirement.NONE, declaration);
		}
		Requirement requirement = declaration.requirement().and(rules.requirement());
		return new Guard(authenticators(rules, declaration), access,
				declaration.anyOf() ? requirement.anyOf() : requirement, declaration);
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
