package dev.authgate.account;

import java.util.List;

import dev.authgate.contract.AccountRepositoryContract;
import dev.authgate.contract.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryAccountStoreTests extends AccountRepositoryContract {

	private final Account huginn = TestUsers.account("Huginn", "{noop}raven");

	@Override
	protected AccountRepository repository() {
		return new InMemoryAccountStore(List.of());
	}

	@Override
	protected AccountStore storeOf(List<Account> accounts) {
		return new InMemoryAccountStore(accounts);
	}

	@ParameterizedTest
	@ValueSource(strings = { "huginn", "HUGINN", "Huginn" })
	void whenNameHasOtherCaseThenFound(String username) {
		assertThat(storeOf(List.of(this.huginn)).find(username)).isEqualTo(this.huginn);
	}

	@Test
	void whenTwoNamesDifferOnlyInCaseThenRefused() {
		List<Account> accounts = List.of(this.huginn, TestUsers.account("HUGINN", "{noop}canary"));
		assertThatIllegalArgumentException().isThrownBy(() -> storeOf(accounts))
			.withMessage("Two accounts have the user name or e-mail address of 'HUGINN'");
	}

}
