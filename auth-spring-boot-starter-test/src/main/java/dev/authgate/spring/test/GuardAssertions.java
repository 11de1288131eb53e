package dev.authgate.spring.test;

import dev.authgate.spring.guard.Guards;

/**
 * Assertions about the table of guards, in the manner of AssertJ.
 * <p>
 * A route is named as the table in the log names it, {@code GET /api/threads/{id}}, or by
 * its pattern alone for all its methods. The table says what Authgate guards: not what a
 * filter chain of the application's own guards, and in a slice only the handlers of the
 * slice.
 */
public final class GuardAssertions {

	private GuardAssertions() {
	}

	/**
	 * Starts to assert.
	 * @param guards the bean of that type
	 * @return the assertions
	 */
	public static GuardsAssert assertThat(Guards guards) {
		return new GuardsAssert(guards);
	}

}
