package dev.authgate.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.contract.PlainPasswords;
import dev.authgate.contract.TestClock;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What users may change of themselves (M2).
 */
class AccountUpdatesTests {

	private final Account ada = new Account(
			new AuthUser("id1", Map.of("color", "blue", "badge", 7), PermissionSet.of("threads:read")),
			new AccountName("ada", "ada@example.com"), Secret.of("{new}raven"), Set.of("user"),
			AccountState.initial().withVerified(true));

	private final Account bob = new Account(AuthUser.of("id2"), new AccountName("bob", "bob@example.com"),
			Secret.of("{new}raven"), Set.of(), AccountState.initial());

	private final List<AuthEvent> events = new ArrayList<>();

	private final InMemoryAccountStore store = new InMemoryAccountStore(List.of(this.ada, this.bob));

	private final AccountChanges changes = new AccountChanges(this.store, List.of(), this.events::add, new TestClock());

	private final Accounts accounts = new Accounts(this.store, new PlainPasswords(), Secret.of("x"))
		.updating(new AccountUpdates(this.changes, AccountFields.of(List.of("color", "tags", "email"))));

	@Test
	void whenFieldIsListedThenChanged() {
		AuthUser updated = this.accounts.updateUser(this.ada.user(), Map.of("color", "red", "tags", List.of("a")));
		assertThat(updated.data())
			.isEqualTo(Map.of("color", "red", "badge", 7, "tags", List.of("a"), "username", "ada"));
		assertThat(this.store.find("ada").user().data()).containsEntry("color", "red").doesNotContainKey("username");
		assertThat(this.events).containsExactly(new AccountChanged(AccountAction.UPDATED, "id1", "id1", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "permissions", "roles", "role", "enabled", "verified", "password", "username",
			"badge", "superuser", "Color", "color " })
	void whenFieldIsNotListedThenIgnoredAndAudited(String field) {
		AuthUser updated = this.accounts.updateUser(this.ada.user(), Map.of(field, "*:*"));
		Account stored = this.store.findById("id1");
		assertThat(updated).isEqualTo(this.ada.visibleUser());
		assertThat(stored.withState(this.ada.state())).isEqualTo(this.ada);
		assertThat(stored.state().verified()).isTrue();
		assertThat(this.events).contains(new AccountChanged(AccountAction.UPDATE_IGNORED, "id1", "id1", ""));
	}

	@Test
	void whenValueIsNullThenFieldIsTakenAway() {
		this.accounts.updateUser(this.ada.user(), Collections.singletonMap("color", null));
		assertThat(this.store.find("ada").user().data()).containsOnlyKeys("badge");
	}

	@Test
	void whenAddressChangesThenNoLongerVerified() {
		this.accounts.updateUser(this.ada.user(), Map.of("email", "new@example.com"));
		assertThat(this.store.find("ada").name().email()).isEqualTo("new@example.com");
		assertThat(this.store.find("ada").state().verified()).isFalse();
		assertThat(this.store.find("ada").user().data()).doesNotContainKey("email");
	}

	@Test
	void whenAddressOnlyChangesItsCaseThenStillVerified() {
		this.accounts.updateUser(this.ada.user(), Map.of("email", "ADA@example.com"));
		assertThat(this.store.find("ada").state().verified()).isTrue();
	}

	/** M3. */
	@Test
	void whenAddressIsTakenThenConflict() {
		refused(Map.of("email", "BOB@example.com"), 409);
	}

	@Test
	void whenAddressIsNoneThenBadRequest() {
		refused(Map.of("email", 7), 400);
		refused(Map.of("email", "nobody"), 400);
	}

	@Test
	void whenDataAreTooMuchThenBadRequest() {
		refused(Map.of("color", "x".repeat(5000)), 400);
		refused(Map.of("color", new Object()), 400);
		refused(Map.of("color", Double.NaN), 400);
		refused(Map.of("color", "\ud800"), 400);
		refused(Map.of("color", List.of(List.of(List.of(List.of(List.of()))))), 400);
	}

	@ParameterizedTest
	@CsvSource({ "x, 1", "\\, 2", "'\"', 2", "\u00e9, 2", "\u20ac, 3", "\ud83d\ude00, 4" })
	void whenDataFitAsJsonThenTakenAndNoMore(String character, int bytes) {
		AccountFields fields = AccountFields.of(List.of("c"));
		int most = (4096 - 9) / bytes;
		assertThat(fields.merged(Map.of(), Map.of("c", character.repeat(most)))).isNotNull();
		assertThat(fields.merged(Map.of(), Map.of("c", character.repeat(most + 1)))).isNull();
	}

	@Test
	void whenDataAreControlCharactersThenCountedAsEscaped() {
		refused(Map.of("color", "\u0001".repeat(1000)), 400);
	}

	@Test
	void whenDataRefersToItselfThenBadRequest() {
		Map<String, Object> circle = new HashMap<>();
		circle.put("again", circle);
		refused(Map.of("color", circle), 400);
	}

	@Test
	void whenAccountIsGoneThenNotFound() {
		this.store.delete("id1");
		refused(Map.of("color", "red"), 404);
	}

	@Test
	void whenAccountsCannotChangeThenSaid() {
		Accounts fixed = new Accounts(this.store, new PlainPasswords(), Secret.of("x"));
		assertThatIllegalStateException().isThrownBy(() -> fixed.updateUser(this.ada.user(), Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "permissions", "Permissions", "roles", "role", "enabled", "verified", "username",
			"password", "password-version", "sub", "", " " })
	void whenProtectedFieldIsListedThenRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> AccountFields.of(List.of(name)));
	}

	private void refused(Map<String, ?> fields, int status) {
		assertThatExceptionOfType(AuthException.class)
			.isThrownBy(() -> this.accounts.updateUser(this.ada.user(), fields))
			.satisfies((exception) -> assertThat(exception.status()).isEqualTo(status));
	}

}
