package dev.authgate.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import dev.authgate.account.Accounts;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.contract.PlainPasswords;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;

/**
 * Logins and their credentials for tests.
 */
final class TestBasic {

	private TestBasic() {
	}

	static PasswordLogin login() {
		Accounts accounts = new Accounts(
				new InMemoryAccountStore(
						List.of(TestUsers.account("ada", "ra:ven"), TestUsers.account("\u00e9ve", "\u20ac"))),
				new PlainPasswords(), Secret.of("decoy"));
		return (username, password, address) -> accounts.login(username, password, "login");
	}

	static String encoded(String text) {
		return encoded(text, StandardCharsets.UTF_8);
	}

	static String encoded(String text, Charset charset) {
		return encoded(text.getBytes(charset));
	}

	static String encoded(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

}
