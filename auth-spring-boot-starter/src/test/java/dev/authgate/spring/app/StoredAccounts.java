package dev.authgate.spring.app;

import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountName;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountState;
import dev.authgate.secret.Secret;

/**
 * Applications with accounts in their database.
 */
final class StoredAccounts {

	private StoredAccounts() {
	}

	static TestApp app(String url, Class<?>... sources) {
		return TestApp.bare(sources)
			.tokens()
			.with("spring.datasource.url=" + url, "authgate.users.store=jdbc", "authgate.login.token=true",
					"authgate.jdbc.initialize-schema=always", "authgate.users.throttle.enabled=false",
					"authgate.default-authenticator=jwt");
	}

	static Account account(String id, String username, String encodedPassword) {
		return new Account(new AuthUser(id, Map.of("color", "blue"), PermissionSet.of("threads:read")),
				new AccountName(username, username + "@example.com"), Secret.of(encodedPassword), Set.of("editor"),
				AccountState.initial());
	}

	static AccountRepository repository(TestApp app) {
		return app.bean(AccountRepository.class);
	}

	static RawResponse login(TestApp app, String username, String password) {
		String body = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
		return app.client().post("/login", body, "Content-Type: application/json");
	}

}
