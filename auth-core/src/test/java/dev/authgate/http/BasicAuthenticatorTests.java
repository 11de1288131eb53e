package dev.authgate.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestRequests;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BasicAuthenticatorTests {

	private final BasicAuthenticator authenticator = BasicAuthenticator.of(TestBasic.login());

	/** I1, I3. */
	@Test
	void whenPasswordHasColonsThenSplitAtTheFirst() {
		assertThat(authenticate(TestBasic.encoded("ada:ra:ven"))).isInstanceOfSatisfying(Authenticated.class,
				(result) -> {
					assertThat(result.caller().user().id()).isEqualTo("ada");
					assertThat(result.caller().roles()).containsExactly("user");
				});
	}

	@Test
	void whenGoodThenAmbientAndNamed() {
		Authenticated result = (Authenticated) this.authenticator.withName("door")
			.authenticate(TestRequests.authorization("basic " + TestBasic.encoded("ada:ra:ven")));
		assertThat(result.ambient()).isTrue();
		assertThat(result.caller().authenticator()).isEqualTo("door");
	}

	@Test
	void whenFollowedThenTheLoginTellsOfTheName() {
		Caller caller = Caller.of(TestUsers.huginn(), "basic");
		BasicAuthenticator following = BasicAuthenticator.of(new Following());
		AuthRequest request = TestRequests.authorization("basic " + TestBasic.encoded("ada:ra:ven"));
		assertThat(Objects.requireNonNull(following.follow(request, caller)).caller())
			.isEqualTo(caller.withAuthenticator("followed ada"));
	}

	@Test
	void whenNothingIsToldOfTheLoginThenNothingIsFollowed() {
		Caller caller = Caller.of(TestUsers.huginn(), "basic");
		AuthRequest request = TestRequests.authorization("basic " + TestBasic.encoded("ada:ra:ven"));
		assertThat(this.authenticator.follow(request, caller)).isNull();
		BasicAuthenticator following = BasicAuthenticator.of(new Following());
		assertThat(following.follow(TestRequests.anonymous(), caller)).isNull();
		assertThat(following.follow(TestRequests.bearer("a.b.c"), caller)).isNull();
	}

	/** I4. */
	@Test
	void whenNameAndPasswordAreUnicodeThenReadAsUtf8() {
		assertThat(authenticate(TestBasic.encoded("\u00e9ve:\u20ac"))).isInstanceOf(Authenticated.class);
	}

	/** I1. */
	@ParameterizedTest
	@CsvSource({ "ada:raven, WRONG_PASSWORD", "ada:, WRONG_PASSWORD", "eve:ra:ven, UNKNOWN", ":ra:ven, UNKNOWN",
			":, UNKNOWN" })
	void whenLoginIsWrongThenAmbientRejection(String login, RejectionReason reason) {
		String name = login.substring(0, login.indexOf(':'));
		assertThat(authenticate(TestBasic.encoded(login))).isEqualTo(new Rejected(reason, true, name));
	}

	/** I2. */
	@ParameterizedTest
	@ValueSource(strings = { "YWRhOnJhOnZlbg", "YWRhOnJhOnZlbg=", "YWRhOnJhOnZlbh==", "YWRhOnJhOnZlbg===",
			"YWRhOnJhOnZlbg==,", "YWRhOnJhOnZlbg%3D%3D", "YWRh-_JhOnZlbg==", "=", "====", "!", "YWRh:cmE6dmVu", "YWRh",
			"W10=" })
	void whenNoStrictBase64OfALoginThenMalformed(String credentials) {
		assertThat(authenticate(credentials)).isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
	}

	/** I4. */
	@Test
	void whenNoUtf8ThenMalformed() {
		assertThat(authenticate(TestBasic.encoded("\u00e9ve:x", StandardCharsets.ISO_8859_1)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
		assertThat(authenticate(TestBasic.encoded(new byte[] { ':', (byte) 0xc0, (byte) 0x80 })))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
		assertThat(authenticate(TestBasic.encoded(new byte[] { ':', (byte) 0xed, (byte) 0xa0, (byte) 0x80 })))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada\0:ra:ven", "ada:ra:ven\n", "ada\u007f:x", "ada:\u0085" })
	void whenControlCharactersThenMalformed(String login) {
		assertThat(authenticate(TestBasic.encoded(login)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
	}

	@Test
	void whenSchemeIsAnotherThenNotPresent() {
		assertThat(this.authenticator.authenticate(TestRequests.bearer("x"))).isInstanceOf(NotPresent.class);
	}

	@Test
	void whenLoginAnswersNothingThenRejected() {
		BasicAuthenticator odd = BasicAuthenticator
			.of((username, password, address) -> AuthenticationResult.notPresent());
		assertThat(odd.authenticate(TestRequests.authorization("Basic " + TestBasic.encoded("a:b"))))
			.isEqualTo(new Rejected(RejectionReason.UNKNOWN, true, "a"));
	}

	/** F47. */
	@Test
	void whenLoginIsThrottledThenAnswerAndAddressArePassedOn() {
		BasicAuthenticator throttled = BasicAuthenticator
			.of((username, password, address) -> new Throttled(Duration.ofSeconds(90), username + " at " + address));
		assertThat(throttled.authenticate(TestRequests.authorization("Basic " + TestBasic.encoded("a:b"))))
			.isEqualTo(new Throttled(Duration.ofSeconds(90), "a at 127.0.0.1"));
	}

	/** I2. */
	@Test
	void whenRealmIsNamedThenInTheChallenge() {
		assertThat(this.authenticator.challenge().header()).isEqualTo("Basic realm=\"Restricted\", charset=\"UTF-8\"");
		assertThat(this.authenticator.withRealm("Door").challenge().header()).startsWith("Basic realm=\"Door\"");
	}

	private AuthenticationResult authenticate(String credentials) {
		return this.authenticator.authenticate(TestRequests.authorization("Basic " + credentials));
	}

	private static final class Following implements PasswordLogin {

		@Override
		public AuthenticationResult login(String username, Secret password, String clientAddress) {
			return AuthenticationResult.notPresent();
		}

		@Override
		public LiveCredential follow(String username, Caller caller) {
			return () -> caller.withAuthenticator("followed " + username);
		}

	}

}
