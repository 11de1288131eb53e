package dev.authgate.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.TokenAction;
import dev.authgate.contract.TestClock;
import dev.authgate.contract.session.TestSessions;
import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.secret.Secret;
import dev.authgate.session.user.SessionUser;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of an application whose user may read and write threads.
 */
final class TestSessionApp {

	final TestClock clock = new TestClock();

	final InMemorySessionStore store = new InMemorySessionStore(1000);

	final Revocations revocations = new Revocations(new InMemoryRevocationStore(), Duration.ofDays(90), this.clock);

	final List<AuthEvent> events = new ArrayList<>();

	final Set<String> disabled = ConcurrentHashMap.newKeySet();

	final AtomicInteger granted = new AtomicInteger(2);

	final Sessions sessions;

	final RefreshTokens tokens;

	TestSessionApp(Duration grace) {
		this.sessions = new Sessions(this.store, this.revocations, TestSessions.rules(grace), this::record, this.clock);
		this.tokens = new RefreshTokens(this.sessions, this::user);
	}

	OpenedSession login() {
		return login(null);
	}

	OpenedSession login(@Nullable Set<String> scope) {
		return open(SessionKind.CLIENT, scope);
	}

	OpenedSession remembered() {
		return open(SessionKind.REMEMBERED, null);
	}

	OpenedSession open(SessionKind kind, @Nullable Set<String> scope) {
		return this.sessions.openWithRefreshToken(new SessionStart("huginn",
				new SessionOrigin(kind, "203.0.113.7", "curl"), this.revocations.epochOf("huginn"), scope));
	}

	Session browser() {
		return this.sessions.open(new SessionStart("huginn", new SessionOrigin(SessionKind.BROWSER, "203.0.113.7", "x"),
				this.revocations.epochOf("huginn"), null));
	}

	RefreshResult refresh(Secret token, String... scope) {
		return this.tokens.refresh(token, (scope.length > 0) ? Set.of(scope) : null, "203.0.113.8");
	}

	RefreshResult resume(Secret token) {
		return this.tokens.refreshRemembered(token, Duration.ofSeconds(10), "203.0.113.8");
	}

	/**
	 * Another node that has the same store.
	 */
	RefreshTokens otherNode() {
		Sessions other = new Sessions(this.store, this.revocations, TestSessions.rules(Duration.ZERO), this::record,
				this.clock);
		return new RefreshTokens(other, this::user);
	}

	synchronized List<TokenAction> actions() {
		return this.events.stream().map((event) -> ((TokenChanged) event).action()).toList();
	}

	private synchronized void record(AuthEvent event) {
		this.events.add(event);
	}

	private @Nullable SessionUser user(String id) {
		if (this.disabled.contains(id)) {
			return null;
		}
		String[] permissions = (this.granted.get() > 1) ? new String[] { "threads:read", "threads:write" }
				: new String[] { "threads:read" };
		return new SessionUser(AuthUser.of(id), Set.of("clerk"), PermissionSet.of(permissions));
	}

}
