package dev.authgate.account.change;

import java.util.List;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.Grants;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChange;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountListener;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Administrators manage accounts (F31, F34, E18).
 */
class AccountAdministrationTests {

	private final TestDesk desk = new TestDesk();

	private final Account ada = this.desk.register("ada");

	private final Account bob = this.desk.register("bob");

	private final Actor byAda = new Actor(this.ada.id(), "");

	AccountAdministrationTests() {
		edit(this.ada, null, List.of("admin:*"), null);
		this.desk.changed.clear();
		this.desk.events.clear();
	}

	@Test
	void whenListedThenByPages() {
		assertThat(this.desk.administration.list(null, 1)).extracting(Account::id).containsExactly(this.ada.id());
		assertThat(this.desk.administration.list("ada", 1)).extracting(Account::id).containsExactly(this.bob.id());
		assertThat(this.desk.administration.list("bob", -5)).isEmpty();
	}

	/** E18. */
	@Test
	void whenGrantsAreChangedThenStoredAndCredentialsEnd() {
		assertThat(edit(this.bob, List.of("editor"), List.of("threads:write"), null)).isInstanceOf(Done.class);
		assertThat(this.desk.stored(this.bob).roles()).containsExactly("editor");
		assertThat(this.desk.stored(this.bob).user().permissions()).containsExactly("threads:write");
		assertThat(this.desk.changed).hasSize(1).allMatch(AccountChange::endsCredentials);
		assertThat(this.desk.events)
			.containsExactly(new AccountChanged(AccountAction.GRANTS_CHANGED, this.bob.id(), this.ada.id(), ""));
	}

	/** K19. */
	@Test
	void whenDisabledThenCredentialsEnd() {
		edit(this.bob, null, null, false);
		assertThat(this.desk.stored(this.bob).state().enabled()).isFalse();
		assertThat(this.desk.changed).hasSize(1).allMatch(AccountChange::endsCredentials);
		edit(this.bob, null, null, true);
		assertThat(this.desk.stored(this.bob).state().enabled()).isTrue();
	}

	@Test
	void whenDisabledTwiceThenToldTwice() {
		edit(this.bob, null, null, false);
		edit(this.bob, null, null, false);
		assertThat(this.desk.changed).hasSize(2).allMatch(AccountChange::endsCredentials);
	}

	@Test
	void whenListenerCannotEndThemThenFailureIsTold() {
		AccountChanges failing = new AccountChanges(this.desk.store, List.of((change) -> {
			throw new IllegalStateException("unreachable");
		}), this.desk.events::add, this.desk.clock);
		AccountAdministration administration = new AccountAdministration(failing, Grants.open());
		assertThatIllegalStateException()
			.isThrownBy(() -> administration.change(this.bob.id(), new AccountEdit(null, null, false), this.byAda));
		assertThat(this.desk.stored(this.bob).state().enabled()).isFalse();
		assertThat(this.desk.events).hasSize(1);
	}

	@Test
	void whenBothAreChangedThenBothAreAudited() {
		edit(this.bob, List.of(), null, false);
		assertThat(this.desk.events).extracting("action")
			.containsExactly(AccountAction.DISABLED, AccountAction.GRANTS_CHANGED);
	}

	@Test
	void whenNothingIsChangedThenNothingIsWritten() {
		assertThat(edit(this.bob, null, null, null)).isInstanceOf(Done.class);
		assertThat(this.desk.changed).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "threads", "threads:read:x", ":", "" })
	void whenPermissionIsNoneThenRefused(String permission) {
		refused(edit(this.bob, null, List.of(permission), null), AccountProblem.INVALID_GRANT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a,b", "a\nb", "a\u2028b", "a\ud800" })
	void whenRoleIsNoneThenRefused(String role) {
		refused(edit(this.bob, List.of(role), null, null), AccountProblem.INVALID_GRANT);
	}

	@Test
	void whenAdministratorWouldLoseItsOwnPowerThenRefused() {
		refused(edit(this.ada, null, List.of("admin:read"), null), AccountProblem.OWN_ACCOUNT);
		refused(edit(this.ada, null, null, false), AccountProblem.OWN_ACCOUNT);
		refused(this.desk.administration.delete(this.ada.id(), this.byAda), AccountProblem.OWN_ACCOUNT);
		assertThat(edit(this.ada, List.of("x"), List.of("*:write"), true)).isInstanceOf(Done.class);
	}

	@Test
	void whenDeletedThenGoneAndCredentialsEnd() {
		assertThat(this.desk.administration.delete(this.bob.id(), this.byAda)).isInstanceOf(Done.class);
		assertThat(this.desk.stored(this.bob)).isNull();
		assertThat(this.desk.changed).hasSize(2).allMatch(AccountChange::endsCredentials);
		assertThat(this.desk.events).containsExactly(
				new AccountChanged(AccountAction.DISABLED, this.bob.id(), this.ada.id(), ""),
				new AccountChanged(AccountAction.DELETED, this.bob.id(), this.ada.id(), ""));
	}

	@ParameterizedTest
	@EnumSource(names = { "DELETED", "DISABLED" })
	void whenListenerPreventsRemovalThenNothingIsStoredAndRepetitionSucceeds(AccountAction failing) {
		this.desk.failing.add(failing);
		assertThatIllegalStateException().isThrownBy(() -> this.desk.administration.delete(this.bob.id(), this.byAda));
		assertThat(this.desk.stored(this.bob)).isEqualTo(this.bob);
		assertThat(this.desk.events).isEmpty();
		assertThat(this.desk.administration.delete(this.bob.id(), this.byAda)).isInstanceOf(Done.class);
	}

	@Test
	void whenOneListenerFailsThenOthersAreToldAndRemovalCanBeRepeated() {
		this.desk.failing.add(AccountAction.DISABLED);
		AccountListener failing = (change) -> this.desk.changing(change);
		AccountAdministration administration = new AccountAdministration(new AccountChanges(this.desk.store,
				List.of(failing, (change) -> this.desk.changed(change)), this.desk.events::add, this.desk.clock),
				Grants.open());
		assertThatIllegalStateException().isThrownBy(() -> administration.delete(this.bob.id(), this.byAda));
		assertThat(this.desk.changed).extracting("action").containsExactly(AccountAction.DISABLED);
		assertThat(this.desk.stored(this.bob).state().enabled()).isFalse();
		assertThat(administration.delete(this.bob.id(), this.byAda)).isInstanceOf(Done.class);
	}

	@Test
	void whenThereIsNoneThenGone() {
		refused(this.desk.administration.delete("nobody", this.byAda), AccountProblem.GONE);
		refused(this.desk.administration.change("nobody", new AccountEdit(null, null, true), this.byAda),
				AccountProblem.GONE);
	}

	private AccountResult edit(Account account, @Nullable List<String> roles, @Nullable List<String> permissions,
			@Nullable Boolean enabled) {
		return this.desk.administration.change(account.id(), new AccountEdit(roles, permissions, enabled), this.byAda);
	}

	private static void refused(AccountResult result, AccountProblem problem) {
		assertThat(result).isEqualTo(new Refused(problem, null));
	}

}
