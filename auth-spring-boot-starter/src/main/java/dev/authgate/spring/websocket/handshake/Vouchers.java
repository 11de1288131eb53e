package dev.authgate.spring.websocket.handshake;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.secret.Secret;
import dev.authgate.spring.guard.model.Guard;

/**
 * Judges tickets.
 * <p>
 * Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface Vouchers {

	/**
	 * Uses a ticket up.
	 * @param ticket the ticket as it was sent
	 * @param guard the guard of the handshake
	 * @param request the handshake
	 * @return whom it stands for, or why for nobody
	 * @throws RuntimeException if that cannot be told now
	 */
	AuthenticationResult redeem(Secret ticket, Guard guard, AuthRequest request);

}
