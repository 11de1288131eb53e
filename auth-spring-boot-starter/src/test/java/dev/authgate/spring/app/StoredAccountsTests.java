package dev.authgate.spring.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.AuthUser;
import dev.authgate.account.Account;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.Accounts;
import dev.authgate.account.Actor;
import dev.authgate.account.change.AccountAdministration;
import dev.authgate.account.change.AccountEdit;
import dev.authgate.account.change.AccountMessages;
import dev.authgate.account.change.AccountProofs;
import dev.authgate.account.change.PasswordChanges;
import dev.authgate.account.change.Registration;
import dev.authgate.account.change.RegistrationForm;
import dev.authgate.contract.HostileTexts;
import dev.authgate.secret.Secret;
import dev.authgate.spring.server.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accounts in a real PostgreSQL, through the login.
 */
class StoredAccountsTests {

	private static final String PASSWORD = "the raven flew over 3 hills";

	private static final String NEXT = "the wolf came down from 5 hills";

	private static final String ENCODED = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

	@RegisterExtension
	private static final TestApp APP = StoredAccounts.app(RealPostgres.newDatabase(), UserHandlers.class, Mailbox.class)
		.with("authgate.users.updatable=color", "authgate.store=jdbc",
				"authgate.users.registration.permissions=threads:read", "authgate.users.registration.roles=reader");

	private AccountRepository repository;

	@BeforeEach
	void fill() {
		this.repository = StoredAccounts.repository(APP);
		this.repository.list(null, 100).forEach((account) -> this.repository.delete(account.id()));
		this.repository.insert(StoredAccounts.account("id1", "Ada", ENCODED));
	}

	@Test
	void whenPasswordIsRightThenTokenOfTheUser() {
		RawResponse login = StoredAccounts.login(APP, "ADA", PASSWORD);
		assertThat(login.status()).isEqualTo(200);
		assertThat(APP.get("/api/user", bearer(login)).body()).isEqualTo(
				"{\"id\":\"id1\",\"data\":{\"color\":\"blue\",\"username\":\"Ada\"},\"permissions\":[\"threads:read\"]}");
	}

	/** M6, F33. */
	@Test
	void whenEncodingIsOldThenUpgradedAtLogin() {
		StoredAccounts.login(APP, "ada", PASSWORD);
		assertThat(stored().password().reveal()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(StoredAccounts.login(APP, "ada", PASSWORD).status()).isEqualTo(200);
		assertThat(stored().state().revision()).isEqualTo(1);
	}

	/** K16, K19. */
	@Test
	void whenLoginIsRefusedThenOneAnswer() {
		this.repository.replace(stored().withState(stored().state().withEnabled(false)));
		RawResponse disabled = StoredAccounts.login(APP, "ada", PASSWORD);
		RawResponse unknown = StoredAccounts.login(APP, "nobody", PASSWORD);
		RawResponse wrong = StoredAccounts.login(APP, "ada", "wrong");
		assertThat(List.of(disabled.status(), unknown.status(), wrong.status())).containsOnly(401);
		assertThat(List.of(disabled.body(), unknown.body(), wrong.body())).containsOnly(disabled.body());
	}

	/** K18. */
	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "ada\\u0000", "\\ud800", "' OR '1'='1", "a\\nb", "\\u202e" })
	void whenNameIsHostileThenUnauthorized(String name) {
		assertThat(StoredAccounts.login(APP, name, PASSWORD).status()).isEqualTo(401);
		assertThat(StoredAccounts.login(APP, "ada", name).status()).isEqualTo(401);
	}

	@Test
	void whenTextIsHostileThenRepositoryFindsNothing() {
		assertThat(HostileTexts.all()).allSatisfy((text) -> assertThat(this.repository.find(text)).isNull());
	}

	/** F31. */
	@Test
	void whenRegisteredThenLogsInWithTheTerms() {
		RegistrationForm form = new RegistrationForm("bob", "bob@example.com", Secret.of(PASSWORD), Map.of());
		assertThat(APP.bean(Registration.class).register(form, Actor.unknown(""))).isInstanceOf(Done.class);
		RawResponse login = StoredAccounts.login(APP, "bob", PASSWORD);
		assertThat(APP.get("/api/user", bearer(login)).body()).contains("\"username\":\"bob\"",
				"\"permissions\":[\"threads:read\"]");
	}

	/** M2. */
	@Test
	void whenUserUpdatesItselfThenListedFieldsAreStored() {
		APP.bean(Accounts.class).updateUser(AuthUser.of("id1"), Map.of("color", "red", "permissions", "*:*"));
		assertThat(stored().user().data()).isEqualTo(Map.of("color", "red"));
		assertThat(stored().user().permissions()).containsExactly("threads:read");
	}

	/** F32. */
	@Test
	void whenPasswordIsChangedThenOnlyTheNewOneLogsIn() {
		AccountResult result = APP.bean(PasswordChanges.class)
			.change("id1", Secret.of(PASSWORD), Secret.of(NEXT), new Actor("id1", ""));
		assertThat(result).isInstanceOf(Done.class);
		assertThat(StoredAccounts.login(APP, "ada", PASSWORD).status()).isEqualTo(401);
		assertThat(StoredAccounts.login(APP, "ada", NEXT).status()).isEqualTo(200);
	}

	/** M4. */
	@Test
	void whenResetIsSentThenItSetsThePasswordOnce() throws InterruptedException {
		APP.bean(AccountProofs.class).requestReset("ada@example.com", Actor.unknown(""));
		Secret token = APP.bean(Mailbox.class).sent.poll(10, TimeUnit.SECONDS);
		PasswordChanges changes = APP.bean(PasswordChanges.class);
		assertThat(changes.reset(token, Secret.of(NEXT), Actor.unknown(""))).isInstanceOf(Done.class);
		assertThat(changes.reset(token, Secret.of(PASSWORD), Actor.unknown(""))).isNotInstanceOf(Done.class);
		assertThat(StoredAccounts.login(APP, "ada", NEXT).status()).isEqualTo(200);
	}

	/** K19. */
	@Test
	void whenAdministratorDisablesThenLoginIsRefused() {
		APP.bean(AccountAdministration.class).change("id1", new AccountEdit(null, null, false), Actor.application());
		assertThat(StoredAccounts.login(APP, "ada", PASSWORD).status()).isEqualTo(401);
	}

	/** E18, K19. */
	@Test
	void whenAccountChangesThenOlderTokensAreVoid() {
		String token = bearer(StoredAccounts.login(APP, "ada", PASSWORD));
		AccountAdministration administration = APP.bean(AccountAdministration.class);
		assertThat(APP.get("/api/user", token).status()).isEqualTo(200);
		administration.change("id1", new AccountEdit(List.of("other"), null, null), Actor.application());
		assertThat(APP.get("/api/user", token).status()).isEqualTo(401);
		String later = bearer(StoredAccounts.login(APP, "ada", PASSWORD));
		assertThat(APP.get("/api/user", later).status()).isEqualTo(200);
		administration.delete("id1", Actor.application());
		assertThat(APP.get("/api/user", later).status()).isEqualTo(401);
	}

	private Account stored() {
		return this.repository.findById("id1");
	}

	private static String bearer(RawResponse login) {
		Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(login.body());
		assertThat(token.find()).isTrue();
		return "Authorization: Bearer " + token.group(1);
	}

	/**
	 * Keeps messages in place of sending them.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Mailbox {

		final BlockingQueue<Secret> sent = new ArrayBlockingQueue<>(10);

		@Bean
		AccountMessages messages() {
			return new AccountMessages() {

				@Override
				public void sendReset(Account account, Secret token) {
					Mailbox.this.sent.add(token);
				}

				@Override
				public void sendVerification(Account account, Secret token) {
					Mailbox.this.sent.add(token);
				}

			};
		}

	}

}
