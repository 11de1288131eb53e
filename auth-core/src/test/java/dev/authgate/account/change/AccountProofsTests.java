package dev.authgate.account.change;

import java.util.List;
import java.util.Map;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountFields;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.AccountUpdates;
import dev.authgate.account.Actor;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.contract.HostileTexts;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that prove who somebody is (F32).
 */
class AccountProofsTests {

	private final TestDesk desk = new TestDesk();

	private final Account ada = this.desk.register("ada");

	/** M5. */
	@Test
	void whenMessageIsAskedForThenNothingIsLookedUpMeanwhile() {
		this.desk.proofs.requestReset("ada@example.com", TestDesk.ACTOR);
		this.desk.proofs.requestReset("nobody@example.com", TestDesk.ACTOR);
		assertThat(this.desk.waiting).hasSize(2);
		assertThat(this.desk.sent).isEmpty();
	}

	/** M5. */
	@Test
	void whenAddressIsUnknownThenNothingIsSent() {
		this.desk.proofs.requestReset("nobody@example.com", TestDesk.ACTOR);
		this.desk.proofs.requestVerification("nobody@example.com", TestDesk.ACTOR);
		HostileTexts.all().forEach((text) -> this.desk.proofs.requestReset(text, TestDesk.ACTOR));
		this.desk.work();
		assertThat(this.desk.sent).isEmpty();
	}

	@Test
	void whenAddressIsKnownThenSentAndAudited() {
		this.desk.events.clear();
		this.desk.proofs.requestReset("ADA@example.com", TestDesk.ACTOR);
		this.desk.work();
		assertThat(this.desk.sent).hasSize(1);
		assertThat(this.desk.events)
			.containsExactly(new AccountChanged(AccountAction.RESET_REQUESTED, this.ada.id(), null, "192.0.2.1"));
	}

	/** K19. */
	@Test
	void whenAccountIsDisabledThenNothingIsSent() {
		this.desk.administration.change(this.ada.id(), new AccountEdit(null, null, false), Actor.application());
		this.desk.proofs.requestReset("ada@example.com", TestDesk.ACTOR);
		this.desk.proofs.requestVerification("ada@example.com", TestDesk.ACTOR);
		this.desk.work();
		assertThat(this.desk.sent).isEmpty();
	}

	@Test
	void whenTokenIsBroughtThenVerifiedOnce() {
		Secret token = sentVerification();
		assertThat(verify(token)).isInstanceOf(Done.class);
		assertThat(this.desk.stored(this.ada).state().verified()).isTrue();
		refused(verify(token));
	}

	@Test
	void whenProofCannotBeStoredThenTokenIsNotUsedUp() {
		Secret token = sentVerification();
		AccountProofs failing = new AccountProofs(new AccountChanges(new InMemoryAccountStore(List.of()), List.of(),
				this.desk.events::add, this.desk.clock), this.desk.tokens, this.desk, Runnable::run);
		refused(failing.verify(token, TestDesk.ACTOR));
		assertThat(verify(token)).isInstanceOf(Done.class);
	}

	@Test
	void whenVerifiedAlreadyThenNothingIsSent() {
		verify(sentVerification());
		this.desk.sent.clear();
		this.desk.proofs.requestVerification("ada@example.com", TestDesk.ACTOR);
		this.desk.work();
		assertThat(this.desk.sent).isEmpty();
	}

	@Test
	void whenAddressHasChangedThenTokenProvesNothing() {
		Secret token = sentVerification();
		new AccountUpdates(this.desk.changes, AccountFields.of(List.of("email"))).update(this.ada.id(),
				Map.of("email", "victim@example.com"), TestDesk.ACTOR);
		refused(verify(token));
		assertThat(this.desk.stored(this.ada).state().verified()).isFalse();
	}

	@Test
	void whenTokenIsForAnotherPurposeThenRefused() {
		Secret token = sentVerification();
		assertThat(this.desk.passwordChanges.reset(token, TestDesk.PASSWORD, TestDesk.ACTOR))
			.isEqualTo(new Refused(AccountProblem.INVALID_TOKEN, null));
		assertThat(verify(token)).isInstanceOf(Done.class);
	}

	private Secret sentVerification() {
		this.desk.proofs.requestVerification("ada@example.com", TestDesk.ACTOR);
		this.desk.work();
		return this.desk.sent.get(this.desk.sent.size() - 1);
	}

	private AccountResult verify(Secret token) {
		return this.desk.proofs.verify(token, TestDesk.ACTOR);
	}

	private static void refused(AccountResult result) {
		assertThat(result).isEqualTo(new Refused(AccountProblem.INVALID_TOKEN, null));
	}

}
