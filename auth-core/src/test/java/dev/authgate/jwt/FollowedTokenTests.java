package dev.authgate.jwt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.contract.TestClock;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestRequests;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.KeyRing;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.TokenTrust;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static dev.authgate.jwt.TestVerifications.NOW;
import static dev.authgate.jwt.TestVerifications.VALID;
import static dev.authgate.jwt.TestVerifications.builder;
import static dev.authgate.jwt.TestVerifications.callerOf;
import static dev.authgate.jwt.TestVerifications.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of a token while something that it opened goes on.
 */
class FollowedTokenTests {

	private static final String FOREIGN = "https://idp.example";

	private static final String ALL = VALID + ",\"jti\":\"t1\",\"sid\":\"s1\",\"ver\":7,\"iat\":1799999999";

	private final AtomicReference<RevocationCheck> check = new AtomicReference<>(RevocationCheck.none());

	private final JwtAuthenticator authenticator = builder().trust(new Guests())
		.revocations((token) -> this.check.get().isRevoked(token))
		.build();

	@Test
	void whenTokenIsRevokedThenVoid() {
		LiveCredential followed = follow(ALL);
		this.check.set((token) -> true);
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenAskedThenWithAllThatTheTokenSaid() {
		LiveCredential followed = follow(ALL);
		List<VerifiedToken> asked = new ArrayList<>();
		this.check.set(asked::add);
		followed.caller();
		assertThat(asked).containsExactly(new VerifiedToken(null, "t1", "huginn", "s1", 7L, NOW.minusSeconds(1)));
	}

	@Test
	void whenTokenIsOfATrustedIssuerThenAskedWithItsName() {
		LiveCredential followed = follow(ALL + ",\"iss\":\"" + FOREIGN + "\"");
		List<VerifiedToken> asked = new ArrayList<>();
		this.check.set(asked::add);
		followed.caller();
		assertThat(asked).containsExactly(new VerifiedToken(FOREIGN, "g1", "guest", null, null, NOW.minusSeconds(1)));
	}

	@Test
	void whenItCannotBeToldThenThrown() {
		LiveCredential followed = follow(ALL);
		this.check.set((token) -> {
			throw new IllegalStateException("lost");
		});
		assertThatIllegalStateException().isThrownBy(followed::caller);
	}

	@Test
	void whenTokenIsRevokedBeforeItIsFollowedThenVoid() {
		Caller caller = callerOf(this.authenticator.verify(tokenOf(ALL)));
		this.check.set((token) -> true);
		assertThat(follow(this.authenticator, tokenOf(ALL), caller).caller()).isNull();
	}

	@Test
	void whenTokenIsNoneThenVoid() {
		assertThat(follow(this.authenticator, "a.b.c", callerOf(VALID)).caller()).isNull();
	}

	@Test
	void whenRequestHasNoTokenThenNothingIsToldOfIt() {
		Caller caller = callerOf(VALID);
		assertThat(this.authenticator.follow(TestRequests.anonymous(), caller)).isNull();
		assertThat(this.authenticator.follow(TestRequests.authorization("Basic YTpi"), caller)).isNull();
	}

	@Test
	void whenKeyIsRemovedThenVoid() {
		Rotation rotation = new Rotation();
		LiveCredential followed = rotation.follow();
		rotation.ring.set(KeyRing.of(rotation.fresh));
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenAnotherKeyIsAddedThenGood() {
		Rotation rotation = new Rotation();
		LiveCredential followed = rotation.follow();
		rotation.ring.set(KeyRing.of(List.of(Rotation.key("old"), rotation.fresh)));
		assertThat(followed.caller()).isNotNull();
	}

	@Test
	void whenKeyRetiresThenVoid() {
		Rotation rotation = new Rotation();
		rotation.ring.set(KeyRing.of(List.of(Rotation.key("old").withRetireAt(TestClock.START.plusSeconds(120)),
				rotation.fresh.withSignFrom(TestClock.START.plusSeconds(60)))));
		LiveCredential followed = rotation.follow();
		rotation.clock.pass(Duration.ofSeconds(119));
		assertThat(followed.caller()).isNotNull();
		rotation.clock.pass(Duration.ofSeconds(1));
		assertThat(followed.caller()).isNull();
	}

	private LiveCredential follow(String claims) {
		String token = tokenOf(claims);
		return follow(this.authenticator, token, callerOf(this.authenticator.verify(token)));
	}

	private static LiveCredential follow(JwtAuthenticator authenticator, String token, Caller caller) {
		return Objects.requireNonNull(authenticator.follow(TestRequests.bearer(token), caller));
	}

	private static final class Rotation {

		private final TestClock clock = new TestClock();

		private final JwtKey fresh = key("fresh").withSignFrom(TestClock.START.plusSeconds(60));

		private final AtomicReference<KeyRing> ring = new AtomicReference<>(KeyRing.of(key("old")));

		private LiveCredential follow() {
			JwtSettings settings = JwtSettings.of(this.ring::get);
			JwtAuthenticator authenticator = JwtAuthenticator.builder(settings).clock(this.clock).build();
			String token = new JwtIssuer(settings, Duration.ofHours(1), this.clock).issue(AuthUser.of("huginn"));
			return FollowedTokenTests.follow(authenticator, token, callerOf(authenticator.verify(token)));
		}

		private static JwtKey key(String id) {
			return JwtKey.of(Secret.of(TestJwts.SECRET)).withId(id);
		}

	}

	private static final class Guests implements TokenTrust {

		@Override
		public String issuer() {
			return FOREIGN;
		}

		@Override
		public Caller judge(CompactToken token, Claims claims) {
			return new Caller(AuthUser.of("guest"), "jwt", "g1", null, Set.of(), null, "s1");
		}

	}

}
