package dev.authgate.spring.websocket.handshake;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.secret.Secret;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.web.authentication.Vouched;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A handshake with a ticket.
 * <p>
 * For use by the thread that serves the request.
 */
final class TicketRequest extends HttpServletRequestWrapper implements Vouched {

	private final Secret ticket;

	private final Vouchers vouchers;

	TicketRequest(HttpServletRequest request, Secret ticket, Vouchers vouchers) {
		super(request);
		this.ticket = ticket;
		this.vouchers = vouchers;
	}

	@Override
	public AuthenticationResult redeem(Guard guard, AuthRequest request) {
		return this.vouchers.redeem(this.ticket, guard, request);
	}

}
