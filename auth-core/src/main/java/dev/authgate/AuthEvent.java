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
	 * @param claimed whose credential it claims to be, such as a user name as it was
	 * typed; {@code null} if that is not known
	 */
	record CredentialRejected(String authenticator, RejectionReason reason, String method, String path,
			String remoteAddress, @Nullable String claimed) implements AuthEvent {

		/**
		 * Bounds the texts that a client sent, and takes out characters that could forge
		 * a log line.
		 */
		public CredentialRejected {
			method = Printable.line(method);
			path = Printable.line(path);
			remoteAddress = Printable.line(remoteAddress);
			claimed = (claimed != null) ? Printable.line(claimed) : null;
		}

		/**
		 * Tells of a credential of which it is not known whose it is.
		 * @param authenticator the name of the authenticator that refused it
		 * @param reason why
		 * @param method the method of the request
		 * @param path the path of the request
		 * @param remoteAddress the address of the client
		 */
		public CredentialRejected(String authenticator, RejectionReason reason, String method, String path,
				String remoteAddress) {
			this(authenticator, reason, method, path, remoteAddress, null);
		}

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

		/**
		 * Bounds the texts that a client sent, and takes out characters that could forge
		 * a log line.
		 */
		public AccessRefused {
			userId = (userId != null) ? Printable.line(userId) : null;
			method = Printable.line(method);
			path = Printable.line(path);
			remoteAddress = Printable.line(remoteAddress);
		}

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
			userId = Printable.line(userId);
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

		/**
		 * Bounds the texts, and takes out characters that could forge a log line.
		 */
		public AccountChanged {
			userId = Printable.line(userId);
			actorId = (actorId != null) ? Printable.line(actorId) : null;
			remoteAddress = Printable.line(remoteAddress);
		}

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

		/**
		 * Bounds the texts, and takes out characters that could forge a log line.
		 */
		public TokenChanged {
			userId = Printable.line(userId);
			id = (id != null) ? Printable.line(id) : null;
			remoteAddress = Printable.line(remoteAddress);
		}

	}

}
