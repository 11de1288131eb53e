package dev.authgate.account.token;

import java.time.Duration;

import dev.authgate.contract.HostileTexts;
import dev.authgate.contract.TestClock;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens that can be used once (M4).
 */
class OneTimeTokensTests {

	private final TestClock clock = new TestClock();

	private final OneTimeTokens tokens = new OneTimeTokens(new InMemoryOneTimeTokenStore(),
			OneTimeTokens.DEFAULT_TIME_TO_LIVE, this.clock);

	private final Secret token = this.tokens.issue(TokenPurpose.RESET_PASSWORD, "id1", "binding");

	@Test
	void whenIssuedThenLongAndNeverTheSame() {
		assertThat(this.token.reveal()).matches("[A-Za-z0-9]{27}");
		assertThat(this.tokens.issue(TokenPurpose.VERIFY_EMAIL, "id1", "")).isNotEqualTo(this.token);
	}

	@Test
	void whenTakenThenKnownOnce() {
		assertThat(take(this.token)).extracting(OneTimeToken::userId, OneTimeToken::binding)
			.containsExactly("id1", "binding");
		assertThat(take(this.token)).isNull();
	}

	@Test
	void whenHourIsOverThenExpired() {
		this.clock.pass(Duration.ofHours(1).minusMillis(1));
		assertThat(this.tokens.find(TokenPurpose.RESET_PASSWORD, this.token)).isNotNull();
		this.clock.pass(Duration.ofMillis(1));
		assertThat(this.tokens.find(TokenPurpose.RESET_PASSWORD, this.token)).isNull();
		assertThat(take(this.token)).isNull();
	}

	@Test
	void whenTamperedThenUnknown() {
		String text = this.token.reveal();
		char other = (text.charAt(0) == 'A') ? 'B' : 'A';
		assertThat(take(Secret.of(other + text.substring(1)))).isNull();
		assertThat(take(Secret.of(text + "A"))).isNull();
		assertThat(HostileTexts.all()).allSatisfy((hostile) -> assertThat(take(Secret.of(hostile))).isNull());
		assertThat(take(this.token)).isNotNull();
	}

	private OneTimeToken take(Secret sent) {
		return this.tokens.take(TokenPurpose.RESET_PASSWORD, sent);
	}

}
