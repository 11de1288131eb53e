package dev.authgate.http;

import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.RejectionReason;
import dev.authgate.TokenValidator;
import dev.authgate.contract.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BearerAuthenticatorTests {

	private final BearerAuthenticator authenticator = BearerAuthenticator.of(AuthUser::of);

	/** B5, B6, B7. */
	@ParameterizedTest
	@ValueSource(strings = { "Bearer Huginn", "bearer Huginn", "BEARER Huginn", "Bearer    Huginn" })
	void whenTokenIsGoodThenUserOfTheValidator(String header) {
		assertThat(authenticate(header)).isInstanceOfSatisfying(Authenticated.class, (result) -> {
			assertThat(result.caller().user()).isEqualTo(AuthUser.of("Huginn"));
			assertThat(result.ambient()).isFalse();
		});
	}

	/** B2, B4, B8, B11, B14. */
	@ParameterizedTest
	@ValueSource(strings = { "plain_token", "something else entirely", "Bearer", "Bearer \u00e9", "Bearer\tHuginn" })
	void whenHeaderHasAnotherShapeThenMalformed(String header) {
		assertThat(authenticate(header)).isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
	}

	/** B3, B14. */
	@Test
	void whenSchemeIsAnotherThenNotPresent() {
		assertThat(authenticate("non-bearer-scheme token")).isInstanceOf(NotPresent.class);
	}

	/** B10. */
	@Test
	void whenValidatorRefusesThenItsRefusal() {
		BearerAuthenticator refusing = BearerAuthenticator.of((token) -> {
			throw new AuthException("Expired", 401);
		});
		assertThatExceptionOfType(AuthException.class).isThrownBy(() -> refusing.authenticate(TestRequests.bearer("x")))
			.withMessage("Expired");
	}

	/** B10. */
	@Test
	void whenValidatorFailsThenNotSwallowed() {
		BearerAuthenticator failing = BearerAuthenticator.of((token) -> {
			throw new IllegalStateException();
		});
		assertThatIllegalStateException().isThrownBy(() -> failing.authenticate(TestRequests.bearer("x")));
	}

	@Test
	void whenValidatorAnswersNullThenRejected() {
		assertThat(BearerAuthenticator.of(forgetful()).authenticate(TestRequests.bearer("x")))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.UNKNOWN));
	}

	/** B12, J7. */
	@Test
	void whenRealmIsNamedThenInTheChallenge() {
		assertThat(this.authenticator.challenge().header()).isEqualTo("Bearer");
		assertThat(this.authenticator.withRealm("api").challenge().header()).isEqualTo("Bearer realm=\"api\"");
	}

	@Test
	void whenRealmCannotStandInAHeaderThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.authenticator.withRealm("a\"b"));
	}

	@Test
	void whenRenamedThenCallerNamesIt() {
		BearerAuthenticator partner = this.authenticator.withName("partner");
		Authenticated result = (Authenticated) partner.authenticate(TestRequests.bearer("x"));
		assertThat(result.caller().authenticator()).isEqualTo(partner.name()).isEqualTo("partner");
	}

	@SuppressWarnings("NullAway")
	private static TokenValidator forgetful() {
		return (token) -> null;
	}

	private AuthenticationResult authenticate(String header) {
		return this.authenticator.authenticate(TestRequests.authorization(header));
	}

}
