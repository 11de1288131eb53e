package dev.authgate.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountName;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountRepository.Outcome;
import dev.authgate.account.AccountState;
import dev.authgate.account.AccountStore;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every repository of accounts does, wherever it keeps them.
 */
public abstract class AccountRepositoryContract extends AccountStoreContract {

	/**
	 * Makes the repository to be checked.
	 * @return an empty repository
	 */
	protected abstract AccountRepository repository();

	@Override
	protected AccountStore storeOf(List<Account> accounts) {
		AccountRepository repository = repository();
		accounts.forEach((account) -> assertThat(repository.insert(account)).isEqualTo(Outcome.DONE));
		return repository;
	}

	@Test
	void whenInsertedThenFoundWithEverything() {
		AccountRepository repository = repository();
		Account account = new Account(
				new AuthUser("id1",
						Map.of("color", "blue", "age", 40, "ok", true, "tags",
								List.of("a", Map.of("b", "\u00e9 \u20ac"))),
						PermissionSet.of("*:read", "threads:write")),
				new AccountName("Ada", "Ada@Example.com"), Secret.of("{new}x"), Set.of("user", "admin"),
				new AccountState(false, true, 1_700_000_000_000L, 0));
		repository.insert(account);
		assertThat(repository.find("ada")).isEqualTo(account);
		assertThat(repository.findById("id1")).isEqualTo(account);
		assertThat(repository.findByEmail("ada@example.COM")).isEqualTo(account);
	}

	@Test
	void whenNothingMatchesThenNothingIsFound() {
		AccountRepository repository = filled();
		assertThat(repository.findById("ada")).isNull();
		assertThat(repository.findByEmail("ada")).isNull();
		assertThat(repository.find("id1")).isNull();
	}

	@Test
	void whenTextIsHostileThenNothingIsFound() {
		AccountRepository repository = filled();
		assertThat(HostileTexts.all()).allSatisfy((text) -> {
			assertThat(repository.findById(text)).isNull();
			assertThat(repository.findByEmail(text)).isNull();
			assertThat(repository.list(text, 5)).hasSizeLessThan(3);
			assertThat(repository.delete(text)).isEqualTo(Outcome.GONE);
		});
	}

	/** M3, F31. */
	@ParameterizedTest
	@CsvSource({ "ada, ADA", "stra\u00dfe, STRASSE", "STRA\u1e9eE, Strasse", "\u017fam, sam", "\u00e9ve, E\u0301VE",
			"iris, \u0131RIS", "\uff41da, ada", "\u03bf\u03b4\u03cc\u03c2, \u039f\u0394\u038c\u03a3" })
	void whenNamesAreTheSameThenOneIsTaken(String first, String second) {
		AccountRepository repository = repository();
		assertThat(repository.insert(account("id1", first, null))).isEqualTo(Outcome.DONE);
		assertThat(repository.insert(account("id2", second, null))).isEqualTo(Outcome.NAME_TAKEN);
		assertThat(repository.find(second)).isNotNull().extracting(Account::id).isEqualTo("id1");
	}

	/** M3. */
	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "ADA@EXAMPLE.COM" })
	void whenAddressesAreTheSameThenOneIsTaken(String email) {
		AccountRepository repository = filled();
		assertThat(repository.insert(account("id9", "other", email))).isEqualTo(Outcome.EMAIL_TAKEN);
		assertThat(repository.find("other")).isNull();
	}

	@Test
	void whenIdIsTheSameThenTaken() {
		AccountRepository repository = filled();
		assertThat(repository.insert(account("id1", "other", null))).isEqualTo(Outcome.NAME_TAKEN);
		assertThat(repository.find("other")).isNull();
	}

	@Test
	void whenNobodyHasAnAddressThenNoneIsTaken() {
		AccountRepository repository = filled();
		assertThat(repository.insert(account("id3", "third", null))).isEqualTo(Outcome.DONE);
		assertThat(repository.insert(account("id4", "fourth", null))).isEqualTo(Outcome.DONE);
	}

	@Test
	void whenReplacedThenNextRevision() {
		AccountRepository repository = filled();
		Account ada = found(repository, "id1");
		assertThat(repository.replace(ada.withRoles(Set.of("new")).withName(ada.name().withEmail("new@example.com"))))
			.isEqualTo(Outcome.DONE);
		assertThat(found(repository, "id1").roles()).containsExactly("new");
		assertThat(found(repository, "id1").state().revision()).isEqualTo(1);
		assertThat(repository.findByEmail("ada@example.com")).isNull();
		assertThat(repository.findByEmail("new@example.com")).isNotNull();
	}

	@Test
	void whenReplacedTwiceFromOneReadingThenSecondIsStale() {
		AccountRepository repository = filled();
		Account ada = found(repository, "id1");
		repository.replace(ada.withRoles(Set.of("first")));
		assertThat(repository.replace(ada.withRoles(Set.of("second")))).isEqualTo(Outcome.STALE);
		assertThat(found(repository, "id1").roles()).containsExactly("first");
	}

	@Test
	void whenReplacedByNameOfAnotherThenTaken() {
		AccountRepository repository = filled();
		Account ada = found(repository, "id1");
		assertThat(repository.replace(ada.withName(new AccountName("BOB", null)))).isEqualTo(Outcome.NAME_TAKEN);
		assertThat(repository.replace(ada.withName(ada.name().withEmail("Bob@example.com"))))
			.isEqualTo(Outcome.EMAIL_TAKEN);
		assertThat(found(repository, "id1")).isEqualTo(ada);
	}

	@Test
	void whenNameOnlyChangesItsCaseThenReplaced() {
		AccountRepository repository = filled();
		Account ada = found(repository, "id1");
		assertThat(repository.replace(ada.withName(new AccountName("ADA", "ADA@example.com")))).isEqualTo(Outcome.DONE);
		assertThat(found(repository, "id1").name().username()).isEqualTo("ADA");
	}

	@Test
	void whenDeletedThenGone() {
		AccountRepository repository = filled();
		Account ada = found(repository, "id1");
		assertThat(repository.delete("id1")).isEqualTo(Outcome.DONE);
		assertThat(repository.find("ada")).isNull();
		assertThat(repository.findById("id1")).isNull();
		assertThat(repository.findByEmail("ada@example.com")).isNull();
		assertThat(repository.replace(ada)).isEqualTo(Outcome.GONE);
		assertThat(repository.delete("id1")).isEqualTo(Outcome.GONE);
		assertThat(repository.insert(ada)).isEqualTo(Outcome.DONE);
	}

	@Test
	void whenListedByPagesThenEachOnce() {
		AccountRepository repository = repository();
		for (int i = 0; i < 23; i++) {
			repository.insert(account("id" + i, "User" + (i * 7 % 23) + ((i % 2 == 0) ? "\u00e9" : " x"), null));
		}
		List<String> seen = new ArrayList<>();
		List<Account> page = repository.list(null, 5);
		while (!page.isEmpty()) {
			page.forEach((account) -> seen.add(account.id()));
			page = repository.list(page.get(page.size() - 1).name().username(), 5);
		}
		assertThat(seen).hasSize(23).doesNotHaveDuplicates();
	}

	@Test
	void whenManyInsertOneNameThenOneWins() {
		AccountRepository repository = repository();
		List<Outcome> outcomes = Race.of(50, (i) -> repository.insert(account("id" + i, "ada", null)));
		assertThat(outcomes).containsOnlyOnce(Outcome.DONE).containsOnly(Outcome.DONE, Outcome.NAME_TAKEN);
		assertThat(repository.list(null, 100)).hasSize(1);
	}

	@Test
	void whenManyInsertOneAddressThenOneWins() {
		AccountRepository repository = repository();
		List<Outcome> outcomes = Race.of(20, (i) -> repository.insert(account("id" + i, "user" + i, "a@example.com")));
		assertThat(outcomes).containsOnlyOnce(Outcome.DONE).containsOnly(Outcome.DONE, Outcome.EMAIL_TAKEN);
	}

	@Test
	void whenManyReplaceOneReadingThenOneWins() {
		AccountRepository repository = filled();
		Account ada = found(repository, "id1");
		List<Outcome> outcomes = Race.of(20, (i) -> repository.replace(ada.withRoles(Set.of("role" + i))));
		assertThat(outcomes).containsOnlyOnce(Outcome.DONE).containsOnly(Outcome.DONE, Outcome.STALE);
		assertThat(found(repository, "id1").roles()).containsExactly("role" + outcomes.indexOf(Outcome.DONE));
	}

	private AccountRepository filled() {
		AccountRepository repository = repository();
		repository.insert(account("id1", "ada", "ada@example.com"));
		repository.insert(account("id2", "bob", "bob@example.com"));
		return repository;
	}

	private static Account found(AccountRepository repository, String id) {
		Account account = repository.findById(id);
		assertThat(account).isNotNull();
		return account;
	}

	private static Account account(String id, String username, @Nullable String email) {
		return new Account(AuthUser.of(id, "threads:read"), new AccountName(username, email), Secret.of("{new}raven"),
				Set.of("user"), AccountState.initial());
	}

}
