package dev.authgate.contract;

import java.util.List;

import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store of accounts does, wherever it keeps them.
 */
public abstract class AccountStoreContract {

	/**
	 * Makes the store to be checked.
	 * @param accounts the accounts to have
	 * @return a store with exactly these
	 */
	protected abstract AccountStore storeOf(List<Account> accounts);

	@Test
	void whenAccountExistsThenFoundAsItWas() {
		Account huginn = TestUsers.account("huginn", "{noop}raven");
		assertThat(storeOf(List.of(huginn)).find("huginn")).isEqualTo(huginn);
	}

	@Test
	void whenSeveralAccountsExistThenTheNamedOneIsFound() {
		Account huginn = TestUsers.account("huginn", "{noop}raven");
		Account muninn = TestUsers.account("muninn", "{noop}other");
		assertThat(storeOf(List.of(huginn, muninn)).find("muninn")).isEqualTo(muninn);
	}

	@Test
	void whenNameIsUnknownThenNothingIsFound() {
		assertThat(storeOf(List.of(TestUsers.account("huginn", "{noop}raven"))).find("muninn")).isNull();
	}

	@Test
	void whenNameIsHostileThenNothingIsFound() {
		AccountStore store = storeOf(List.of(TestUsers.account("huginn", "{noop}raven")));
		assertThat(HostileTexts.all()).allSatisfy((name) -> assertThat(store.find(name)).isNull());
	}

	@Test
	void whenPrintedThenPasswordIsHidden() {
		AccountStore store = storeOf(List.of(TestUsers.account("huginn", "{noop}raven")));
		assertThat(store.find("huginn") + " " + store).doesNotContain("raven");
	}

}
