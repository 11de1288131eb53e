package dev.authgate.spring.guard.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a guard that one source sets, an annotated handler or a rule of the
 * configuration; what it leaves open comes from the next source.
 *
 * @param authenticators the names of the authenticators, if it names them
 * @param access the access, if it sets it
 * @param requirement what it requires
 * @param source where it stands, for reports and failures
 * @param anyOf whether one of several permissions is enough, whoever requires them, as it
 * is for sockets
 */
public record Declaration(@Nullable List<String> authenticators, @Nullable Access access, Requirement requirement,
		String source, boolean anyOf) {

	public static final Declaration NONE = new Declaration(null, null, Requirement.NONE, "nothing", false);

	/** What is declared is told by the body of the request. */
	public static final Declaration UNDECIDED = new Declaration(null, null, Requirement.NONE, "several handlers",
			false);

	public boolean isEmpty() {
		return this.authenticators == null && this.access == null && this.requirement.isNone() && !this.anyOf;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

}
