package dev.authgate.account.change;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChange;
import dev.authgate.account.AccountFields;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.AccountUpdates;
import dev.authgate.account.Actor;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordProblem;
import dev.authgate.account.password.PasswordTooLongException;
import dev.authgate.contract.Race;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Passwords are changed and reset (F32, E18).
 */
class PasswordChangesTests {

	private static final Secret NEXT = Secret.of("the wolf came down from 5 hills");

	private final TestDesk desk = new TestDesk();

	private final Account ada = this.desk.register("ada");

	private final Actor self = new Actor(this.ada.id(), "192.0.2.1");

	@BeforeEach
	void letTimePass() {
		this.desk.clock.pass(Duration.ofMinutes(1));
		this.desk.changed.clear();
		this.desk.events.clear();
	}

	@Test
	void whenPresentPasswordIsRightThenChanged() {
		assertThat(change(TestDesk.PASSWORD, NEXT)).isInstanceOf(Done.class);
		assertThat(this.desk.stored(this.ada).password()).isEqualTo(Secret.of("{new}" + NEXT.reveal()));
		assertThat(this.desk.events).containsExactly(
				new AccountChanged(AccountAction.PASSWORD_CHANGED, this.ada.id(), this.ada.id(), "192.0.2.1"));
	}

	/** E18. */
	@Test
	void whenChangedThenVersionMovesAndCredentialsEnd() {
		change(TestDesk.PASSWORD, NEXT);
		assertThat(this.desk.stored(this.ada).state().passwordVersion()).isEqualTo(this.desk.clock.millis());
		assertThat(this.desk.changed).hasSize(1).allMatch(AccountChange::endsCredentials);
		assertThat(this.desk.changed.get(0).before()).isEqualTo(this.ada);
	}

	@Test
	void whenClockStandsStillThenVersionMovesAllTheSame() {
		change(TestDesk.PASSWORD, NEXT);
		long first = this.desk.stored(this.ada).state().passwordVersion();
		change(NEXT, TestDesk.PASSWORD);
		assertThat(this.desk.stored(this.ada).state().passwordVersion()).isEqualTo(first + 1);
	}

	@Test
	void whenPresentPasswordIsWrongThenRefused() {
		refused(change(NEXT, NEXT), AccountProblem.WRONG_PASSWORD);
		refused(change(Secret.of("x".repeat(5000)), NEXT), AccountProblem.WRONG_PASSWORD);
		assertThat(this.desk.changed).isEmpty();
	}

	@Test
	void whenNewPasswordIsWeakThenRefused() {
		assertThat(change(TestDesk.PASSWORD, Secret.of("short")))
			.isEqualTo(new Refused(AccountProblem.WEAK_PASSWORD, PasswordProblem.TOO_SHORT));
	}

	@Test
	void whenAccountIsGoneOrDisabledThenRefused() {
		disable();
		refused(change(TestDesk.PASSWORD, NEXT), AccountProblem.GONE);
		refused(this.desk.passwordChanges.change("nobody", TestDesk.PASSWORD, NEXT, this.self), AccountProblem.GONE);
	}

	/** M4. */
	@Test
	void whenTokenIsBroughtThenResetOnce() {
		Secret token = sentReset();
		assertThat(reset(token, NEXT)).isInstanceOf(Done.class);
		assertThat(this.desk.stored(this.ada).password()).isEqualTo(Secret.of("{new}" + NEXT.reveal()));
		refused(reset(token, TestDesk.PASSWORD), AccountProblem.INVALID_TOKEN);
	}

	/** M4. */
	@Test
	void whenTokenIsExpiredOrTamperedThenRefused() {
		Secret token = sentReset();
		refused(reset(Secret.of(token.reveal() + "x"), NEXT), AccountProblem.INVALID_TOKEN);
		this.desk.clock.pass(Duration.ofHours(1));
		refused(reset(token, NEXT), AccountProblem.INVALID_TOKEN);
	}

	@Test
	void whenAnotherTokenIsSentThenFirstIsVoid() {
		Secret first = sentReset();
		Secret second = sentReset();
		refused(reset(first, NEXT), AccountProblem.INVALID_TOKEN);
		assertThat(reset(second, NEXT)).isInstanceOf(Done.class);
	}

	@Test
	void whenPasswordWasChangedThenTokenIsVoid() {
		Secret token = sentReset();
		change(TestDesk.PASSWORD, NEXT);
		refused(reset(token, TestDesk.PASSWORD), AccountProblem.INVALID_TOKEN);
	}

	@Test
	void whenNewPasswordIsWeakThenTokenIsNotUsedUp() {
		Secret token = sentReset();
		refusedAsWeak(reset(token, Secret.of("short")));
		assertThat(reset(token, NEXT)).isInstanceOf(Done.class);
	}

	/** K19. */
	@Test
	void whenAccountIsDisabledThenTokenIsRefused() {
		Secret token = sentReset();
		disable();
		refused(reset(token, NEXT), AccountProblem.INVALID_TOKEN);
	}

	/** M4. */
	@Test
	void whenManyBringOneTokenThenOneResets() {
		Secret token = sentReset();
		List<AccountResult> results = Race.of(50, (i) -> reset(token, NEXT));
		assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
	}

	@Test
	void whenListenerPreventsChangeThenNothingIsStoredAndRepetitionSucceeds() {
		this.desk.failing.add(AccountAction.PASSWORD_CHANGED);
		assertThatIllegalStateException().isThrownBy(() -> change(TestDesk.PASSWORD, NEXT));
		assertThat(this.desk.stored(this.ada)).isEqualTo(this.ada);
		assertThat(change(TestDesk.PASSWORD, NEXT)).isInstanceOf(Done.class);
	}

	@Test
	void whenListenerPreventsResetThenTokenIsNotUsedUp() {
		Secret token = sentReset();
		this.desk.failing.add(AccountAction.PASSWORD_RESET);
		assertThatIllegalStateException().isThrownBy(() -> reset(token, NEXT));
		assertThat(this.desk.stored(this.ada)).isEqualTo(this.ada);
		assertThat(reset(token, NEXT)).isInstanceOf(Done.class);
	}

	@Test
	void whenEncodingTakesNoMoreThenTooLongAndTokenIsNotUsedUp() {
		Secret token = sentReset();
		PasswordChanges short72 = new PasswordChanges(this.desk.changes,
				new FailingPasswords(new PasswordTooLongException()), this.desk.rules, this.desk.tokens);
		assertThat(short72.reset(token, NEXT, TestDesk.ACTOR))
			.isEqualTo(new Refused(AccountProblem.WEAK_PASSWORD, PasswordProblem.TOO_LONG));
		assertThat(reset(token, NEXT)).isInstanceOf(Done.class);
	}

	@Test
	void whenEncodingFailsThenTokenIsNotUsedUp() {
		Secret token = sentReset();
		PasswordChanges failing = new PasswordChanges(this.desk.changes,
				new FailingPasswords(new IllegalStateException("busy")), this.desk.rules, this.desk.tokens);
		assertThatIllegalStateException().isThrownBy(() -> failing.reset(token, NEXT, TestDesk.ACTOR));
		assertThat(reset(token, NEXT)).isInstanceOf(Done.class);
	}

	@Test
	void whenDataIsChangedMeanwhileThenResetAllTheSame() {
		Secret token = sentReset();
		this.desk.meanwhile.add(() -> update("color", "red"));
		assertThat(reset(token, NEXT)).isInstanceOf(Done.class);
		assertThat(this.desk.stored(this.ada).user().data()).containsEntry("color", "red");
	}

	@Test
	void whenAddressWasChangedThenTokenIsVoid() {
		Secret token = sentReset();
		update("email", "new@example.com");
		refused(reset(token, NEXT), AccountProblem.INVALID_TOKEN);
	}

	@Test
	void whenAddressIsChangedMeanwhileThenTokenIsVoid() {
		Secret token = sentReset();
		this.desk.meanwhile.add(() -> update("email", "new@example.com"));
		refused(reset(token, NEXT), AccountProblem.INVALID_TOKEN);
		assertThat(this.desk.stored(this.ada).password()).isEqualTo(this.ada.password());
	}

	private void update(String field, String value) {
		new AccountUpdates(this.desk.changes, AccountFields.of(List.of(field))).update(this.ada.id(),
				Map.of(field, value), this.self);
	}

	private AccountResult change(Secret present, Secret next) {
		return this.desk.passwordChanges.change(this.ada.id(), present, next, this.self);
	}

	private AccountResult reset(Secret token, Secret next) {
		return this.desk.passwordChanges.reset(token, next, TestDesk.ACTOR);
	}

	private Secret sentReset() {
		this.desk.proofs.requestReset("ada@example.com", TestDesk.ACTOR);
		this.desk.work();
		return this.desk.sent.get(this.desk.sent.size() - 1);
	}

	private void disable() {
		this.desk.administration.change(this.ada.id(), new AccountEdit(null, null, false), Actor.application());
	}

	private static void refused(AccountResult result, AccountProblem problem) {
		assertThat(result).isEqualTo(new Refused(problem, null));
	}

	private static void refusedAsWeak(AccountResult result) {
		assertThat(result).extracting("problem").isEqualTo(AccountProblem.WEAK_PASSWORD);
	}

	/**
	 * Passwords that are not encoded.
	 */
	private record FailingPasswords(RuntimeException failure) implements PasswordEncoding {

		@Override
		public boolean matches(Secret password, Secret encoded) {
			return false;
		}

		@Override
		public Secret encode(Secret password) {
			throw this.failure;
		}

		@Override
		public boolean needsUpgrade(Secret encoded) {
			return false;
		}

	}

}
