package dev.authgate.spring.guard.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthEvent;
import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.PermissionRegistry;
import dev.authgate.contract.TestRequests;
import dev.authgate.spring.web.authentication.DevelopmentKey;
import dev.authgate.spring.web.origin.LocalCallers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Credentials that are followed through what wraps their authenticators.
 */
class FollowedPartsTests {

	private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

	private static final AuthRequest REQUEST = TestRequests.anonymous();

	private static final LiveCredential OTHERWISE = () -> Caller.of(AuthUser.of("otherwise"), "otherwise");

	private final Part key = new Part("key", "ada");

	private final Part token = new Part("token", "eve");

	private final Grants grants = Grants.of(PermissionRegistry.open(), Map.of("clerk", List.of("threads:write")));

	private final List<AuthEvent> events = new ArrayList<>();

	@Test
	void whenAllAreGoodThenTheCallerOfTheHandshake() {
		NamedAuthenticator all = named("all(key, token)");
		Caller caller = authenticated(all);
		LiveCredential followed = follow(all, caller);
		assertThat(followed.caller()).isSameAs(caller);
		assertThat(followed.caller()).isSameAs(caller);
	}

	@Test
	void whenOneOfAllIsVoidThenVoid() {
		for (String order : new String[] { "all(key, token)", "all(token, key)" }) {
			LiveCredential followed = follow(named(order));
			Caller before = this.token.now.getAndSet(null);
			assertThat(followed.caller()).isNull();
			this.token.now.set(before);
			assertThat(followed.caller()).isNotNull();
		}
	}

	@Test
	void whenTheFirstOfAllChangesThenTheCallerDoes() {
		LiveCredential followed = follow(named("all(key, token)"));
		this.key.now.set(caller("key", "ada", "threads:read"));
		Caller now = Objects.requireNonNull(followed.caller());
		assertThat(now).isEqualTo(authenticated(named("all(key, token)"))).isSameAs(followed.caller());
		assertThat(now.authenticator()).isEqualTo("all(key, token)");
	}

	@Test
	void whenAnotherOfAllChangesThenTheCallerDoesNot() {
		NamedAuthenticator all = named("all(key, token)");
		Caller caller = authenticated(all);
		LiveCredential followed = follow(all, caller);
		this.token.now.set(caller("token", "eve", "threads:read"));
		assertThat(followed.caller()).isSameAs(caller);
	}

	@Test
	void whenTheFirstOfAllChangesThenTheEarliestExpiryStays() {
		this.token.now.set(expiring("token", NOON));
		LiveCredential followed = follow(named("all(key, token)"));
		this.key.now.set(expiring("key", NOON.plusSeconds(1)));
		assertThat(Objects.requireNonNull(followed.caller()).expiresAt()).isEqualTo(NOON);
		this.key.now.set(expiring("key", NOON.minusSeconds(1)));
		assertThat(Objects.requireNonNull(followed.caller()).expiresAt()).isEqualTo(NOON.minusSeconds(1));
	}

	@Test
	void whenTheFirstOfAllCannotBeToldThenFollowedOtherwise() {
		NamedAuthenticator all = named("all(other, token)");
		LiveCredential followed = all.follow(REQUEST, authenticated(all), (caller) -> OTHERWISE);
		assertThat(Objects.requireNonNull(followed.caller()).user().id()).isEqualTo("otherwise");
		this.token.now.set(null);
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenNothingCanBeToldThenFollowedOtherwise() {
		NamedAuthenticator other = named("other");
		assertThat(other.follow(REQUEST, authenticated(other), (caller) -> OTHERWISE)).isSameAs(OTHERWISE);
		this.key.knows = false;
		assertThat(named("key").follow(REQUEST, caller("key", "ada"), (caller) -> OTHERWISE)).isSameAs(OTHERWISE);
		assertThat(granting(this.key).follow(REQUEST, caller("key", "ada"))).isNull();
		assertThat(granting((request) -> AuthenticationResult.notPresent()).follow(REQUEST, caller("key", "ada")))
			.isNull();
	}

	@Test
	void whenItCannotBeToldThenThrown() {
		LiveCredential followed = follow(named("all(key, token)"));
		this.token.broken = true;
		assertThatIllegalStateException().isThrownBy(followed::caller);
	}

	@Test
	void whenNothingChangesThenTheGrantedCaller() {
		this.key.now.set(caller("key", "ada").withRoles(Set.of("clerk")));
		GrantingAuthenticator granting = granting(this.key);
		Caller caller = authenticated(granting);
		LiveCredential followed = Objects.requireNonNull(granting.follow(REQUEST, caller));
		assertThat(followed.caller()).isSameAs(caller);
		assertThat(caller.user().permissions()).containsExactly("threads:write");
	}

	@Test
	void whenRolesChangeThenWhatTheyMeanIsGranted() {
		GrantingAuthenticator granting = granting(this.key);
		LiveCredential followed = Objects.requireNonNull(granting.follow(REQUEST, authenticated(granting)));
		this.key.now.set(caller("key", "ada").withRoles(Set.of("clerk")));
		Caller now = Objects.requireNonNull(followed.caller());
		assertThat(now.user().permissions()).containsExactly("threads:write");
		assertThat(now.authenticator()).isEqualTo("door");
		assertThat(followed.caller()).isSameAs(now);
	}

	@Test
	void whenGrantedCredentialIsVoidThenVoid() {
		GrantingAuthenticator granting = granting(this.key);
		LiveCredential followed = Objects.requireNonNull(granting.follow(REQUEST, authenticated(granting)));
		this.key.now.set(null);
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenDevelopmentKeyIsFollowedThenByItsAuthenticator() {
		DevelopmentKey development = new DevelopmentKey(this.key, new LocalCallers(false));
		LiveCredential followed = Objects.requireNonNull(development.follow(REQUEST, caller("key", "ada")));
		this.key.now.set(null);
		assertThat(followed.caller()).isNull();
	}

	private NamedAuthenticator named(String name) {
		Authenticator other = (request) -> AuthenticationResult.authenticated(caller("other", "zoe"));
		Map<String, Authenticator> all = Map.of("key", this.key, "token", this.token, "other", other);
		return new Authenticators(all, List.of(name)).defaults().get(0);
	}

	private GrantingAuthenticator granting(Authenticator authenticator) {
		return new GrantingAuthenticator(authenticator, "door", this.grants, this.events::add);
	}

	private static LiveCredential follow(NamedAuthenticator named) {
		return follow(named, authenticated(named));
	}

	private static LiveCredential follow(NamedAuthenticator named, Caller caller) {
		return named.follow(REQUEST, caller, (other) -> {
			throw new AssertionError("It can be followed");
		});
	}

	private static Caller authenticated(NamedAuthenticator named) {
		return authenticated(named.authenticator());
	}

	private static Caller authenticated(Authenticator authenticator) {
		return ((Authenticated) authenticator.authenticate(REQUEST)).caller();
	}

	private static Caller expiring(String authenticator, Instant expiry) {
		return new Caller(AuthUser.of("ada"), authenticator, null, null, Set.of(), expiry);
	}

	private static Caller caller(String authenticator, String id, String... permissions) {
		return Caller.of(AuthUser.of(id, permissions), authenticator);
	}

	private static final class Part implements LiveAuthenticator {

		private final AtomicReference<@Nullable Caller> now;

		private boolean knows = true;

		private boolean broken;

		private Part(String name, String id) {
			this.now = new AtomicReference<>(caller(name, id));
		}

		@Override
		public AuthenticationResult authenticate(AuthRequest request) {
			return AuthenticationResult.authenticated(Objects.requireNonNull(this.now.get()));
		}

		@Override
		public @Nullable LiveCredential follow(AuthRequest request, Caller caller) {
			return this.knows ? this::told : null;
		}

		private @Nullable Caller told() {
			if (this.broken) {
				throw new IllegalStateException("lost");
			}
			return this.now.get();
		}

	}

}
