package dev.authgate.spring.guard.rule;

import java.util.List;

import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it was configured, for one or more patterns and methods.
 *
 * @param source where it stands, for reports and failures
 * @param paths the path patterns
 * @param methods the HTTP methods, empty for all
 * @param authenticators the names of the authenticators, {@code null} to inherit
 * @param access the access, {@code null} to inherit
 * @param requirement what is required
 * @param scope where it holds
 */
public record RuleSource(String source, List<String> paths, List<String> methods, @Nullable List<String> authenticators,
		@Nullable Access access, Requirement requirement, Scope scope) {

	/**
	 * Makes a rule that opens paths to everybody.
	 * @param source where it stands
	 * @param paths the path patterns
	 * @param methods the HTTP methods, empty for all
	 * @param scope where it holds
	 * @return the rule
	 */
	public static RuleSource open(String source, List<String> paths, List<String> methods, Scope scope) {
		return new RuleSource(source, paths, methods, null, Access.PUBLIC, Requirement.NONE, scope);
	}

	/**
	 * Makes the same rule for other paths.
	 * @param others the paths to have instead
	 * @param where where it holds
	 * @return the rule
	 */
	public RuleSource on(List<String> others, Scope where) {
		return new RuleSource(this.source, others, this.methods, this.authenticators, this.access, this.requirement,
				where);
	}

	/**
	 * Where a rule holds.
	 */
	public enum Scope {

		/** Among the application's routes; written by the user. */
		CONFIGURED,
		/** Among the application's routes; gives way to a configured rule. */
		BUILT_IN,
		/** Among the routes of a separate management server; written by the user. */
		MANAGEMENT_CONFIGURED,
		/** Among the routes of a separate management server; gives way. */
		MANAGEMENT;

		boolean isBuiltIn() {
			return this == BUILT_IN || this == MANAGEMENT;
		}

		public boolean isManagement() {
			return this == MANAGEMENT_CONFIGURED || this == MANAGEMENT;
		}

	}

}
