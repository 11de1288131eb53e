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
 * @param kind what is guarded
 */
public record Declaration(@Nullable List<String> authenticators, @Nullable Access access, Requirement requirement,
		String source, Kind kind) {

	public static final Declaration NONE = new Declaration(null, null, Requirement.NONE, "nothing", Kind.REQUESTS);

	/** What is declared is told by the body of the request. */
	public static final Declaration UNDECIDED = new Declaration(null, null, Requirement.NONE, "several handlers",
			Kind.REQUESTS);

	public boolean isEmpty() {
		return this.authenticators == null && this.access == null && this.requirement.isNone() && !opensSockets();
	}

	/**
	 * Tells whether one of several permissions is enough, whoever requires them.
	 * @return {@code true} for sockets, unless all permissions are required of them
	 */
	public boolean anyOf() {
		return this.kind == Kind.SOCKETS;
	}

	public boolean opensSockets() {
		return this.kind != Kind.REQUESTS;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * What is guarded.
	 */
	public enum Kind {

		/** Each request by itself. */
		REQUESTS,
		/** What opens sockets, for whoever has one of several permissions. */
		SOCKETS,
		/** What opens sockets, for whoever has all permissions. */
		STRICT_SOCKETS

	}

}
