package dev.authgate.spring.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.TokenSession;
import dev.authgate.secret.Secret;
import dev.authgate.session.OpenedSession;
import dev.authgate.session.RefreshResult.Refreshed;
import dev.authgate.session.SessionOrigin;
import dev.authgate.session.SessionStart;
import dev.authgate.session.Sessions;
import dev.authgate.session.user.SessionUser;
import dev.authgate.spring.revocation.LoginEpochs;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answers that carry tokens.
 * <p>
 * Safe for use by several threads.
 */
public final class TokenAnswers {

	private final JwtIssuer issuer;

	private final LoginEpochs epochs;

	private final @Nullable Sessions sessions;

	/**
	 * Makes the answers.
	 * @param issuer issues access tokens
	 * @param epochs tells what tokens become void with
	 * @param sessions begins a session with each login, which refresh tokens continue;
	 * {@code null} to give no refresh tokens
	 */
	public TokenAnswers(JwtIssuer issuer, LoginEpochs epochs, @Nullable Sessions sessions) {
		this.issuer = issuer;
		this.epochs = epochs;
		this.sessions = sessions;
	}

	/**
	 * Reads what the tokens of a login become void with, before the password is judged.
	 * @param username the name as it was typed
	 * @return the epoch of whoever has the name
	 * @throws RuntimeException if a store cannot answer
	 */
	public LoginEpochs.Read before(String username) {
		return this.epochs.before(username);
	}

	/**
	 * Answers a login.
	 * @param caller who logged in
	 * @param epoch the epoch of the user, read before the password was judged
	 * @param origin where it was
	 * @return the members of the answer
	 * @throws RuntimeException if a key or store cannot answer
	 */
	public Map<String, Object> ofLogin(Caller caller, long epoch, SessionOrigin origin) {
		AuthUser user = caller.user();
		Set<String> roles = rolesOrDefault(caller.roles());
		if (this.sessions == null) {
			return Map.of("token", this.issuer.issue(user, roles, new TokenSession(null, epoch)));
		}
		OpenedSession opened = this.sessions.openWithRefreshToken(new SessionStart(user.id(), origin, epoch, null));
		String token = this.issuer.issue(user, roles, new TokenSession(opened.session().id(), epoch));
		return answer(token, opened.refreshToken());
	}

	/**
	 * Answers the use of a refresh token.
	 * @param refreshed what came of it
	 * @return the members of the answer
	 * @throws RuntimeException if a key cannot be used
	 */
	public Map<String, Object> ofRefresh(Refreshed refreshed) {
		TokenSession session = new TokenSession(refreshed.session().id(), refreshed.epoch());
		SessionUser user = refreshed.user();
		Set<String> scope = refreshed.session().scope();
		String token = (scope == null) ? this.issuer.issue(user.user(), rolesOrDefault(user.roles()), session)
				: this.issuer.issue(user.user().withPermissions(limited(user.granted(), scope)), Set.of(), session);
		return answer(token, refreshed.next());
	}

	// What a role would add later is not within the scope.
	private static PermissionSet limited(PermissionSet granted, Set<String> scope) {
		List<String> left = scope.stream().filter(granted::grants).toList();
		return PermissionSet.of(left);
	}

	private Set<String> rolesOrDefault(Set<String> roles) {
		return roles.isEmpty() ? this.issuer.defaultRoles() : roles;
	}

	private Map<String, Object> answer(String token, Secret refreshToken) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("token", token);
		answer.put("refresh_token", refreshToken.reveal());
		answer.put("expires_in", this.issuer.timeToLive().toSeconds());
		return answer;
	}

}
