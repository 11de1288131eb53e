package dev.authgate.spring.guard.rule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What the rules that match a request say together, the most specific first.
 * <p>
 * For one combination of rules there is one instance, which remembers the guards made
 * from it: a request pays for matching, not for merging. Safe for use by several threads.
 */
public final class RuleMatch {

	private final @Nullable List<String> authenticators;

	private final @Nullable Access access;

	private final Requirement requirement;

	private final boolean claimsAuthenticators;

	private final boolean ended;

	private final Map<RouteRule, RuleMatch> next = new ConcurrentHashMap<>();

	private final Map<Declaration, Guard> guards = new ConcurrentHashMap<>();

	private RuleMatch(@Nullable List<String> authenticators, @Nullable Access access, Requirement requirement,
			boolean ended) {
		this.authenticators = authenticators;
		this.access = access;
		this.requirement = requirement;
		this.claimsAuthenticators = authenticators != null;
		this.ended = ended;
	}

	public static RuleMatch none() {
		return new RuleMatch(null, null, Requirement.NONE, false);
	}

	public @Nullable List<String> authenticators() {
		return this.authenticators;
	}

	public @Nullable Access access() {
		return this.access;
	}

	public Requirement requirement() {
		return this.requirement;
	}

	public Map<Declaration, Guard> guards() {
		return this.guards;
	}

	public RuleMatch and(RouteRule lessSpecific) {
		RuleMatch known = this.next.get(lessSpecific);
		return (known != null) ? known : this.next.computeIfAbsent(lessSpecific, (rule) -> merge(rule.declaration()));
	}

	// A rule that requires something, or says by whom callers are authenticated, is not
	// opened by a less specific one.
	private @Nullable Access inherited(@Nullable Access outer) {
		boolean closed = !this.requirement.isNone() || (outer == Access.PUBLIC && this.claimsAuthenticators);
		return (outer != null && closed) ? outer.strictest(Access.REQUIRED) : outer;
	}

	private RuleMatch merge(Declaration rule) {
		if (this.ended) {
			return this;
		}
		Access merged = (this.access != null) ? this.access : inherited(rule.access());
		return new RuleMatch((this.authenticators != null) ? this.authenticators : rule.authenticators(), merged,
				this.requirement.isNone() ? rule.requirement() : this.requirement, merged == Access.PUBLIC);
	}

}
