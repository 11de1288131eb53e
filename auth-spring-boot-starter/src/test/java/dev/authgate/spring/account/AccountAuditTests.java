package dev.authgate.spring.account;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.TokenAction;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O9: what an audit log learns of accounts, each fact once.
 */
class AccountAuditTests {

	private static final String ADDRESS = "127.0.0.1";

	@RegisterExtension
	static final TestApp app = AccountApp.describe();

	private final List<AuthEvent> events = app.bean(AccountApp.Post.class).events;

	private AccountApp client;

	private String root;

	private String username;

	private String id;

	@BeforeEach
	void registerAndLogIn() {
		this.client = AccountApp.of(app);
		this.root = this.client.tokenOf("root", AccountApp.ROOT_PASSWORD);
		this.username = "ada" + System.nanoTime();
		this.id = JsonPath.read(this.client.register(this.username, "").body(), "$.id");
	}

	@Test
	void whenPasswordIsChangedThenEndedSessionsAreToldOnce() {
		String token = this.client.tokenOf(this.username);
		this.client.tokenOf(this.username);
		this.events.clear();
		this.client.jsonAs(token, "POST /auth/password",
				"{\"current\":\"%s\",\"new\":\"another long passphrase\"}".formatted(AccountApp.PASSWORD));
		assertThat(this.events).containsExactly(revoked(), changed(AccountAction.PASSWORD_CHANGED, this.id));
	}

	@Test
	void whenNoOtherSessionIsThereThenNoneIsTold() {
		String token = this.client.tokenOf(this.username);
		this.events.clear();
		this.client.jsonAs(token, "POST /auth/password",
				"{\"current\":\"%s\",\"new\":\"another long passphrase\"}".formatted(AccountApp.PASSWORD));
		assertThat(this.events).containsExactly(changed(AccountAction.PASSWORD_CHANGED, this.id));
	}

	@Test
	void whenAccountIsDisabledThenEndedSessionsAreToldOnce() {
		this.client.tokenOf(this.username);
		this.events.clear();
		this.client.jsonAs(this.root, "PATCH /auth/users/" + this.id, "{\"enabled\":false}");
		assertThat(this.events).containsExactly(revoked(), changed(AccountAction.DISABLED, "root"));
	}

	@Test
	void whenAccountIsDeletedThenEndedSessionsAreToldOnce() {
		this.client.tokenOf(this.username);
		this.events.clear();
		this.client.send("DELETE /auth/users/" + this.id, this.root);
		assertThat(this.events).containsExactly(revoked(), changed(AccountAction.DISABLED, "root"),
				changed(AccountAction.DELETED, "root"));
	}

	@Test
	void whenLoggedInThenToldWithTheSession() {
		this.events.clear();
		this.client.logIn(this.username, AccountApp.PASSWORD);
		assertThat(this.events).hasSize(2).last().isEqualTo(changed(AccountAction.LOGGED_IN, this.id));
	}

	@Test
	void whenLoginIsRefusedThenNotToldAsOne() {
		this.events.clear();
		this.client.logIn(this.username, "a wrong long passphrase");
		assertThat(this.events).hasOnlyElementsOfTypes(CredentialRejected.class, AccessRefused.class);
	}

	@Test
	void whenDataAreChangedThenSessionsGoOn() {
		String token = this.client.tokenOf(this.username);
		this.events.clear();
		this.client.jsonAs(token, "PATCH /auth/me", "{\"color\":\"red\"}");
		assertThat(this.events).containsExactly(changed(AccountAction.UPDATED, this.id));
	}

	private AuthEvent revoked() {
		return new TokenChanged(TokenAction.REVOKED, this.id, null, "");
	}

	private AuthEvent changed(AccountAction action, String actor) {
		return new AccountChanged(action, this.id, actor, ADDRESS);
	}

}
