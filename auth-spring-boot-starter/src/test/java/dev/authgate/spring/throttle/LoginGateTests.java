package dev.authgate.spring.throttle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.account.Accounts;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.secret.Secret;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginGateTests {

	private final List<String> read = new ArrayList<>();

	@Test
	void whenPermittedThenTheNameIsToldFirst() {
		login(Throttle.none());
		assertThat(this.read).containsExactly("ada");
	}

	@Test
	void whenThrottledThenNothingIsRead() {
		Throttle full = (kind, account, address) -> new Attempt.Refused(Duration.ofSeconds(7));
		assertThat(login(full)).isInstanceOf(Throttled.class);
		assertThat(this.read).isEmpty();
	}

	private AuthenticationResult login(Throttle throttle) {
		PasswordEncoding none = new PasswordEncoding() {

			@Override
			public boolean matches(Secret password, Secret encoded) {
				return false;
			}

			@Override
			public Secret encode(Secret password) {
				return password;
			}

			@Override
			public boolean needsUpgrade(Secret encoded) {
				return false;
			}

		};
		Accounts accounts = new Accounts(new InMemoryAccountStore(List.of()), none, Secret.of("x"));
		return new LoginGate(accounts, throttle).of("login", this.read::add)
			.login("ada", Secret.of("a guess"), "192.0.2.7");
	}

}
