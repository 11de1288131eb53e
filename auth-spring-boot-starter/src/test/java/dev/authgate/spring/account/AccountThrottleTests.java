package dev.authgate.spring.account;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.RejectionReason;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O7, O9: too many attempts at accounts are refused, and the audit learns of each.
 */
class AccountThrottleTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/auth/reset/request | {\"email\":\"ada@example.com\"} | ada@example.com",
					"/auth/reset | {\"token\":\"x\",\"password\":\"quite another passphrase\"} |",
					"/auth/verify/request | {\"email\":\"ada@example.com\"} | ada@example.com",
					"/auth/verify | {\"token\":\"x\"} |" })
	void whenTokensAreAskedOrTriedTooOftenThenAudited(String path, String body, String claimed) {
		try (TestApp app = AccountApp.describe().with("authgate.users.throttle.reset=1/1h").start()) {
			AccountApp client = AccountApp.of(app);
			client.json("POST " + path, body);
			assertThat(client.json("POST " + path, body).status()).isEqualTo(429);
			assertThat(throttled(app)).containsExactly(rejected("reset", path, claimed));
		}
	}

	@Test
	void whenTooManyRegisterThenAudited() {
		try (TestApp app = AccountApp.describe().with("authgate.users.throttle.register=1/1h").start()) {
			AccountApp client = AccountApp.of(app);
			client.register("ada", "");
			assertThat(client.register("eve", "").status()).isEqualTo(429);
			assertThat(throttled(app)).containsExactly(rejected("register", "/auth/register", null));
		}
	}

	@Test
	void whenPresentPasswordIsGuessedTooOftenThenAudited() {
		try (TestApp app = AccountApp.describe().with("authgate.users.throttle.account-and-address=2/1h").start()) {
			AccountApp client = AccountApp.of(app);
			client.register("ada", "");
			String token = client.tokenOf("ada");
			guess(client, token);
			guess(client, token);
			assertThat(guess(client, token).status()).isEqualTo(429);
			assertThat(throttled(app)).containsExactly(rejected("login", "/auth/password", "ada"));
		}
	}

	private static Reply guess(AccountApp client, String token) {
		return client.jsonAs(token, "POST /auth/password",
				"{\"current\":\"a wrong passphrase\",\"new\":\"quite another passphrase\"}");
	}

	private static CredentialRejected rejected(String kind, String path, String claimed) {
		return new CredentialRejected(kind, RejectionReason.THROTTLED, "POST", path, "127.0.0.1", claimed);
	}

	private static Iterable<CredentialRejected> throttled(TestApp app) {
		return app.bean(AccountApp.Post.class).events.stream()
			.filter(CredentialRejected.class::isInstance)
			.map(CredentialRejected.class::cast)
			.toList();
	}

}
