package dev.authgate;

/**
 * A further requirement of a route, asked about each request of a caller who is known.
 * <p>
 * It is chosen by the name of its bean, with {@link RequirePolicy} or the property
 * {@code policy} of a route, and asked before permissions and roles are judged. Called by
 * many threads at once, before the request's body is read. An {@link AuthException}
 * refuses with its own status and message; any other runtime exception makes the request
 * fail closed with 503.
 */
@FunctionalInterface
public interface RequestPolicy {

	/**
	 * Decides whether a request is let through.
	 * @param caller the authenticated caller
	 * @param request the request
	 * @return {@code false} to refuse it with 403
	 */
	boolean permits(Caller caller, AuthRequest request);

}
