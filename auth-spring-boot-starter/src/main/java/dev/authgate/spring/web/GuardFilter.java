package dev.authgate.spring.web;

import java.io.IOException;
import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.web.caller.ContextKeeper;
import dev.authgate.spring.web.edge.Edge;
import dev.authgate.spring.web.edge.Handshake;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.GenericFilterBean;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Applies the guard of each request: the one filter of Authgate in the filter chain.
 * <p>
 * A REQUEST dispatch is judged; ASYNC and ERROR dispatches keep the identity they had;
 * FORWARD and INCLUDE pass, the check at dispatch sees them. Safe for use by several
 * threads.
 */
public final class GuardFilter extends GenericFilterBean {

	private final Supplier<Guards> guards;

	private final Gate gate;

	private final Refuser refuser;

	private final ContextKeeper contexts;

	private final Edge edge;

	/**
	 * Makes the filter.
	 * @param guards the table of guards, asked for when the first request comes
	 * @param gate decides
	 * @param refuser answers what is refused
	 * @param contexts keeps callers in the security context
	 * @param edge what is looked at whoever asks, and what every answer carries
	 */
	GuardFilter(Supplier<Guards> guards, Gate gate, Refuser refuser, ContextKeeper contexts, Edge edge) {
		this.guards = guards;
		this.gate = gate;
		this.refuser = refuser;
		this.contexts = contexts;
		this.edge = edge;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
	}

	private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		DispatcherType type = request.getDispatcherType();
		if (type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE) {
			chain.doFilter(request, response);
		}
		else if (type == DispatcherType.REQUEST && AppliedGuard.of(request) == null) {
			HttpServletResponse guarded = this.edge.headers().apply(request, response);
			if (isOfAnyType(request.getContentType())) {
				this.refuser.refuse(Refusal.of(ErrorCode.BAD_REQUEST), null, request, guarded);
				return;
			}
			switch (this.edge.cors().process(request, guarded)) {
				case GO_ON -> judge(request, guarded, chain);
				case REJECTED -> this.refuser.refuse(Refusal.of(ErrorCode.ACCESS_DENIED), null, request, guarded);
				case ANSWERED -> {
				}
			}
		}
		else {
			proceed(request, this.edge.headers().apply(request, response), chain);
		}
	}

	// Spring's handling of functional routes throws for it, whichever route is asked for.
	private static boolean isOfAnyType(@Nullable String contentType) {
		if (contentType == null) {
			return false;
		}
		int parameters = contentType.indexOf(';');
		int any = contentType.indexOf("/*");
		return contentType.startsWith("*") || (any >= 0 && (parameters < 0 || any < parameters));
	}

	private void judge(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Handshake handshake = this.edge.handshakes().of(request);
		HttpServletRequest served = (handshake != null) ? handshake.shown() : request;
		Guard guard = this.guards.get().guardOf(served);
		Decision decision = decide(guard, request, handshake, response);
		if (decision instanceof Decision.Refused refused) {
			this.contexts.publishFailure(refused.refusal());
			refuse(refused, guard.declaration().opensSockets() ? handshake : null, served, response);
			return;
		}
		if (handshake != null) {
			handshake.answer(response);
		}
		admit(guard, (Decision.Granted) decision, served, response);
		proceed(served, response, chain);
	}

	private Decision decide(Guard guard, HttpServletRequest request, @Nullable Handshake handshake,
			HttpServletResponse response) {
		if (handshake == null) {
			return this.gate.decide(guard, request, response);
		}
		Refusal refusal = handshake.refusal();
		return (refusal != null) ? new Decision.Refused(refusal, null)
				: this.gate.decide(guard, handshake.presented(), response);
	}

	private void refuse(Decision.Refused refused, @Nullable Handshake handshake, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (handshake != null && handshake.close(refused.refusal(), response)) {
			this.refuser.tell(refused.refusal(), refused.caller(), request);
		}
		else {
			this.refuser.refuse(refused.refusal(), refused.caller(), request, response);
		}
	}

	private void admit(Guard guard, Decision.Granted granted, HttpServletRequest request,
			HttpServletResponse response) {
		AppliedGuard.store(guard, granted, request);
		Caller caller = granted.caller();
		if (caller != null) {
			this.contexts.establish(caller, request, response);
		}
		else {
			this.contexts.withholdPreset();
		}
	}

	private void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(this.contexts.present(request), response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			RuntimeException denial = Exceptions.denialIn(ex);
			if (denial == null || response.isCommitted()) {
				throw ex;
			}
			AppliedGuard applied = AppliedGuard.of(request);
			this.refuser.refuse(Exceptions.refusalOf(denial, applied), AppliedGuard.callerOf(applied), request,
					response);
		}
	}

}
