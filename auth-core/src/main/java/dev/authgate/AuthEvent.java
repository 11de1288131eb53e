package dev.authgate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that an audit log should know.
 */
public sealed interface AuthEvent {

	/**
	 * A credential was present and refused.
	 *
	 * @param authenticator the name of the authenticator that refused it
	 * @param reason why
	 * @param method the method of the request
	 * @param path the path of the request
	 * @param remoteAddress the address of the client, see
	 * {@link AuthRequest#clientAddress()}
	 */
	record CredentialRejected(String authenticator, RejectionReason reason, String method, String path,
			String remoteAddress) implements AuthEvent {
	}

	/**
	 * A known or anonymous caller was not let through.
	 *
	 * @param userId the id of the user, {@code null} for an anonymous caller
	 * @param code the code of the answer
	 * @param method the method of the request
	 * @param path the path of the request
	 * @param remoteAddress the address of the client, see
	 * {@link AuthRequest#clientAddress()}
	 */
	record AccessRefused(@Nullable String userId, String code, String method, String path,
			String remoteAddress) implements AuthEvent {
	}

	/**
	 * A token or header named permissions that are malformed or unknown, and they were
	 * left out.
	 *
	 * @param authenticator the name of the authenticator
	 * @param userId the id of the user
	 * @param permissions what was left out, each in printable characters only
	 */
	record PermissionsDropped(String authenticator, String userId, List<String> permissions) implements AuthEvent {

		/**
		 * Copies the permissions, bounded and without characters that could forge a log
		 * line.
		 */
		public PermissionsDropped {
			permissions = permissions.stream().limit(20).map(Printable::of).toList();
		}

	}

	/**
	 * The keys of a trusted issuer could not be fetched. Those fetched before stay in use
	 * for a while; without any, its tokens cannot be judged.
	 *
	 * @param issuer the name of the issuer
	 * @param problem what failed, in printable characters only
	 */
	record IssuerUnavailable(String issuer, String problem) implements AuthEvent {

		/**
		 * Bounds the text, and takes out characters that could forge a log line.
		 */
		public IssuerUnavailable {
			problem = Printable.of(problem, 500);
		}

	}

	/**
	 * An account was made, used or changed.
	 *
	 * @param action what happened
	 * @param userId the id of the user whose account it is
	 * @param actorId the id of the user who did it; the same for one's own account,
	 * {@code null} if it is not known
	 * @param remoteAddress the address of the client, empty if no request caused it
	 */
	record AccountChanged(AccountAction action, String userId, @Nullable String actorId,
			String remoteAddress) implements AuthEvent {
	}

	/**
	 * A token or session was issued, used up or taken back.
	 *
	 * @param action what happened
	 * @param userId the id of the user whose token it is
	 * @param id the id of the token ({@code jti}) or session, which is no secret;
	 * {@code null} for all of the user
	 * @param remoteAddress the address of the client, empty if no request caused it
	 */
	record TokenChanged(TokenAction action, String userId, @Nullable String id,
			String remoteAddress) implements AuthEvent {
	}

}
