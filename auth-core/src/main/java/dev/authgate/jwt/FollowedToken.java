package dev.authgate.jwt;

import java.util.function.BooleanSupplier;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import org.jspecify.annotations.Nullable;

/**
 * A token that was accepted, of which only what it said of itself is kept.
 * <p>
 * What it says can never change: whoever may do more or less by now gets another token.
 *
 * @param known whom it stands for
 * @param token what it said of itself
 * @param revocations tells whether it was taken back
 * @param keyCounts whether tokens of its key are still taken
 */
record FollowedToken(Caller known, VerifiedToken token, RevocationCheck revocations,
		BooleanSupplier keyCounts) implements LiveCredential {

	@Override
	public @Nullable Caller caller() {
		return (this.keyCounts.getAsBoolean() && !this.revocations.isRevoked(this.token)) ? this.known : null;
	}

}
