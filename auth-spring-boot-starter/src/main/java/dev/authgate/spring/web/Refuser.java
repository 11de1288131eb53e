package dev.authgate.spring.web;

import java.io.IOException;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEventListener;
import dev.authgate.Caller;
import dev.authgate.spring.web.edge.Cors;
import dev.authgate.spring.web.origin.NativeRequest;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.LoginEntry;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalWriter;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers requests that are refused, readable to pages of other origins where the handler
 * would be, and tells the audit log.
 * <p>
 * Safe for use by several threads.
 */
public final class Refuser {

	private final RefusalWriter refusals;

	private final Cors cors;

	private final AuthEventListener events;

	private final Proxies proxies;

	private final LoginEntry entry;

	/**
	 * Makes a refuser.
	 * @param refusals writes the answers
	 * @param cors knows what pages of other origins may read
	 * @param events is told of each refusal
	 * @param proxies tell the address of the client
	 * @param entry sends people to the login
	 */
	public Refuser(RefusalWriter refusals, Cors cors, AuthEventListener events, Proxies proxies, LoginEntry entry) {
		this.refusals = refusals;
		this.cors = cors;
		this.events = events;
		this.proxies = proxies;
		this.entry = entry;
	}

	/**
	 * Refuses a request, unless an answer is under way.
	 * @param refusal the answer
	 * @param caller who called, if that is known
	 * @param request the request
	 * @param response its response
	 * @throws IOException if the connection is lost
	 */
	public void refuse(Refusal refusal, @Nullable Caller caller, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		tell(refusal, caller, request);
		// The page that includes what is refused is shown without it.
		boolean included = request.getDispatcherType() == DispatcherType.INCLUDE;
		boolean open = !included && !response.isCommitted();
		if (open && (caller != null || !this.entry.answer(refusal, request, response))) {
			this.cors.allowReading(request, response);
			this.refusals.write(refusal, request, response);
		}
	}

	/**
	 * Tells the audit log of a request that is refused in another way.
	 */
	void tell(Refusal refusal, @Nullable Caller caller, HttpServletRequest request) {
		this.events.onEvent(new AccessRefused((caller != null) ? caller.user().id() : null, refusal.code().code(),
				request.getMethod(), NativeRequest.path(request), this.proxies.clientAddress(request)));
	}

}
