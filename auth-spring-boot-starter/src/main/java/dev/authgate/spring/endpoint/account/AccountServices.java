package dev.authgate.spring.endpoint.account;

import java.util.function.Supplier;

import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountUpdates;
import dev.authgate.account.change.AccountProofs;
import dev.authgate.account.change.PasswordChanges;
import dev.authgate.account.change.Registration;

/**
 * What does what people ask to be done with their accounts.
 *
 * @param repository where accounts are kept
 * @param registration makes accounts
 * @param updates changes what users may change of themselves
 * @param passwords changes passwords
 * @param proofs gives what sends messages, and takes what they carried
 */
public record AccountServices(AccountRepository repository, Registration registration, AccountUpdates updates,
		PasswordChanges passwords, Supplier<AccountProofs> proofs) {
}
