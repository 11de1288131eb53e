package dev.authgate.spring.test;

import java.util.function.Predicate;

import dev.authgate.spring.guard.model.Guard;

/**
 * Asserts which routes have something in common.
 */
public final class GuardedRoutesAssert {

	private final GuardsAssert guards;

	private final String what;

	private final Predicate<Guard> guarded;

	GuardedRoutesAssert(GuardsAssert guards, String what, Predicate<Guard> guarded) {
		this.guards = guards;
		this.what = what;
		this.guarded = guarded;
	}

	/**
	 * Asserts which routes these are.
	 * @param routes all of them; none means that there is none
	 * @return the assertions about all guards
	 */
	public GuardsAssert guardsExactly(String... routes) {
		return this.guards.exactly(this.what, this.guarded, routes);
	}

}
