package dev.authgate.spring.app;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Refresh tokens of a user for whom no access token can be made just now.
 */
class RefreshAnswerTests {

	private static final AtomicReference<Map<String, Object>> DATA = new AtomicReference<>(Map.of());

	@RegisterExtension
	static final TestApp app = TestApp.serving(UserHandlers.class, Accounts.class)
		.tokens()
		.with("authgate.login.token=true", "authgate.refresh.enabled=true", "authgate.default-authenticator=jwt");

	@Test
	void whenNoTokenCanBeIssuedThenTheRefreshTokenIsStillGood() {
		TestClient client = new TestClient(app);
		String token = TestClient.member(client.login("ada"), "refresh_token");
		DATA.set(Map.of("ver", "a claim that is not the user's"));
		assertThat(client.refresh(token).status()).isEqualTo(503);
		DATA.set(Map.of());
		assertThat(client.refresh(token).status()).isEqualTo(200);
		assertThat(client.refresh(token).status()).isEqualTo(401);
	}

	/**
	 * Somebody whose data change.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Accounts {

		@Bean
		AccountStore accountStore() {
			return (username) -> username.equals("ada") ? Account
				.of(new AuthUser("ada", DATA.get(), PermissionSet.none()), Secret.of(Workspace.PASSWORD_HASH), Set.of())
					: null;
		}

	}

}
