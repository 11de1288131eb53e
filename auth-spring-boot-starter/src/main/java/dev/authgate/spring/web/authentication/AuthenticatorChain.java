package dev.authgate.spring.web.authentication;

import java.util.List;
import java.util.Set;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthException;
import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.AuthorizationHeader;
import dev.authgate.AuthorizationHeader.Present;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.RejectionReason;
import dev.authgate.spring.guard.model.CredentialKind;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.throttle.FailingKeys;
import dev.authgate.spring.web.origin.CrossSite;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.firewall.RequestRejectedException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Asks the authenticators of a guard in their order; the first that authenticates the
 * caller ends the search.
 * <p>
 * A rejection does not keep a later authenticator from succeeding, except that an ambient
 * credential never rescues an explicit one. Where nobody succeeds a wrong credential
 * outranks a missing one, and too many attempts outrank both. Safe for use by several
 * threads.
 */
public final class AuthenticatorChain {

	private final AuthEventListener events;

	private final Proxies proxies;

	private final CrossSite crossSite;

	private final AmbientCheck ambientCheck;

	private final Set<String> friends;

	private final FailureLog failures = new FailureLog("such requests are refused with 503");

	private final FailingKeys failingKeys;

	/**
	 * Makes a chain.
	 * @param events is told of credentials that are rejected
	 * @param proxies tell the address of the client, and the host that it asked
	 * @param failingKeys counts wrong keys
	 * @param ambientCheck judges requests with a credential that browsers send by
	 * themselves
	 * @param friends the origins of other sites whose pages may open sockets with one
	 */
	public AuthenticatorChain(AuthEventListener events, Proxies proxies, FailingKeys failingKeys,
			AmbientCheck ambientCheck, Set<String> friends) {
		this.failingKeys = failingKeys;
		this.events = events;
		this.proxies = proxies;
		this.crossSite = new CrossSite(proxies);
		this.ambientCheck = ambientCheck;
		this.friends = Set.copyOf(friends);
	}

	public Verdict ask(Guard guard, HttpServletRequest request, HttpServletResponse response) {
		AuthRequest asked = new ServletAuthRequest(request, response, this.proxies);
		if (request instanceof Vouched vouched) {
			return redeem(vouched, guard, asked);
		}
		Verdict verdict = ask(guard, asked);
		return (verdict instanceof Verdict.Known known && known.ambient()
				&& couldBeForged(known.caller(), guard, request, response)) ? new Verdict.Forged(known.caller())
						: verdict;
	}

	private Verdict redeem(Vouched vouched, Guard guard, AuthRequest request) {
		NamedAuthenticator voucher = new NamedAuthenticator(Vouched.NAME, (asked) -> vouched.redeem(guard, asked),
				List.of(), false, CredentialKind.OTHER);
		Attempt attempt = attempt(voucher, request, guard);
		Verdict.Known known = attempt.known();
		NamedAuthenticator before = (known != null) ? guard.authenticator(known.caller().authenticator()) : null;
		return (known != null && before != null) ? new Verdict.Known(known.caller(), false, before)
				: new Verdict.Rejected(attempt.required());
	}

	// Clients of sockets can send no token of the session, and always tell the origin.
	private boolean couldBeForged(Caller caller, Guard guard, HttpServletRequest request,
			HttpServletResponse response) {
		if (guard.declaration().opensSockets()) {
			return this.crossSite.couldBeForged(request, this.friends);
		}
		return this.crossSite.couldBeForged(request) || this.ambientCheck.couldBeForged(caller, request, response);
	}

	public AuthRequest viewOf(HttpServletRequest request) {
		return new ServletAuthRequest(request, null, this.proxies);
	}

	/**
	 * Asks about credentials of which it is known that no page of another site made a
	 * browser send them.
	 */
	public Verdict ask(Guard guard, AuthRequest request) {
		Refusal rejection = null;
		Verdict.Known known = null;
		boolean explicitRejected = false;
		boolean partial = false;
		for (NamedAuthenticator named : guard.authenticators()) {
			Attempt attempt = attempt(named, request, guard);
			if (attempt.fatal()) {
				return new Verdict.Rejected(attempt.required());
			}
			known = first(known, attempt.known(), explicitRejected);
			if (known != null && !known.ambient()) {
				return known;
			}
			explicitRejected |= attempt.refusal() != null && !attempt.ambient();
			partial |= attempt.partial();
			rejection = weightier(rejection, attempt.refusal());
		}
		boolean read = isHeaderReadBy(guard, request);
		if (known != null && !explicitRejected && read) {
			return known;
		}
		if (rejection != null) {
			return new Verdict.Rejected(rejection);
		}
		return (partial && read) ? new Verdict.Rejected(Refusal.of(ErrorCode.MISSING_CREDENTIALS, guard))
				: unclaimed(guard, request);
	}

	// The first counts, unless a browser sent it by itself beside a wrong explicit one.
	private static Verdict.@Nullable Known first(Verdict.@Nullable Known first, Verdict.@Nullable Known next,
			boolean explicitRejected) {
		boolean replaced = next != null && !next.ambient() && explicitRejected;
		return (first == null || replaced) ? next : first;
	}

	private static boolean isHeaderReadBy(Guard guard, AuthRequest request) {
		AuthorizationHeader header = request.authorization();
		return header instanceof AuthorizationHeader.Absent || (header instanceof Present present
				&& guard.challenges().stream().map(Challenge::scheme).anyMatch(present::isScheme));
	}

	private Attempt attempt(NamedAuthenticator named, AuthRequest request, Guard guard) {
		try {
			AuthenticationResult result = named.authenticator().authenticate(request);
			boolean key = named.kind() == CredentialKind.API_KEY;
			return attemptOf(named, key ? this.failingKeys.count(result, request) : result, request, guard);
		}
		catch (AuthException ex) {
			return Attempt.refused(refusalOf(ex, named, request, guard), false);
		}
		catch (RequestRejectedException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			this.failures.report("The authenticator '" + named.name() + "'", ex);
			return new Attempt(null, Refusal.of(ErrorCode.UNAVAILABLE), false, true, false);
		}
	}

	private Refusal refusalOf(AuthException exception, NamedAuthenticator named, AuthRequest request, Guard guard) {
		Refusal refusal = Refusal.of(exception, guard);
		if (refusal.status() != 401 && refusal.status() != 403) {
			return refusal;
		}
		RejectionReason reason = (refusal.status() == 403) ? RejectionReason.FORBIDDEN : RejectionReason.UNKNOWN;
		audit(named.name(), new Rejected(reason, false), request);
		boolean presented = !named.isBearer() || request.authorization() instanceof Present;
		return refusal.because(reason, presented ? named : null);
	}

	private Attempt attemptOf(NamedAuthenticator named, AuthenticationResult result, AuthRequest request, Guard guard) {
		if (result instanceof Authenticated authenticated) {
			Verdict.Known known = new Verdict.Known(authenticated.caller(), authenticated.ambient(), named);
			return new Attempt(known, null, authenticated.ambient(), false, false);
		}
		if (result instanceof Rejected rejected) {
			audit(named.name(), rejected, request);
			Refusal refusal = Refusal.of(codeOf(rejected.reason(), named, request), guard)
				.because(rejected.reason(), named);
			return Attempt.refused(refusal, rejected.ambient());
		}
		if (result instanceof Throttled throttled) {
			audit(named.name(), new Rejected(RejectionReason.THROTTLED, false, throttled.claimed()), request);
			return Attempt.refused(Refusal.throttled(throttled.retryAfter(), guard), false);
		}
		return (result instanceof NotPresent absent && absent.partial()) ? Attempt.PARTIAL : Attempt.NOTHING;
	}

	// Credentials in a form that nobody here reads are wrong, not missing.
	private Verdict unclaimed(Guard guard, AuthRequest request) {
		if (request.authorization() instanceof AuthorizationHeader.Absent) {
			return Verdict.Missing.INSTANCE;
		}
		audit("none", new Rejected(RejectionReason.UNSUPPORTED_SCHEME, false), request);
		return new Verdict.Rejected(
				Refusal.of(ErrorCode.MALFORMED_CREDENTIALS, guard).because(RejectionReason.UNSUPPORTED_SCHEME, null));
	}

	private void audit(String authenticator, Rejected rejected, AuthRequest request) {
		this.events.onEvent(new CredentialRejected(authenticator, rejected.reason(), request.method(), request.path(),
				request.clientAddress(), rejected.claimed()));
	}

	// RFC 6750 section 3.1: a malformed token in a well-formed header is an invalid
	// token, which tells the client to get another one.
	private static ErrorCode codeOf(RejectionReason reason, NamedAuthenticator named, AuthRequest request) {
		if (reason == RejectionReason.FORBIDDEN) {
			return ErrorCode.ACCESS_DENIED;
		}
		boolean token = named.isBearer() && request.authorization() instanceof Present;
		return (reason.malformed() && !token) ? ErrorCode.MALFORMED_CREDENTIALS : ErrorCode.INVALID_CREDENTIALS;
	}

	// Who has to wait is told how long, and who was recognised and refused is told so;
	// else the first refusal counts.
	private static @Nullable Refusal weightier(@Nullable Refusal first, @Nullable Refusal next) {
		return (first == null || (next != null && weight(next) > weight(first))) ? next : first;
	}

	private static int weight(Refusal refusal) {
		return switch (refusal.status()) {
			case 429 -> 2;
			case 403 -> 1;
			default -> 0;
		};
	}

	/**
	 * What one authenticator found out.
	 */
	private record Attempt(Verdict.@Nullable Known known, @Nullable Refusal refusal, boolean ambient, boolean fatal,
			boolean partial) {

		static final Attempt NOTHING = new Attempt(null, null, false, false, false);

		static final Attempt PARTIAL = new Attempt(null, null, false, false, true);

		static Attempt refused(Refusal refusal, boolean ambient) {
			return new Attempt(null, refusal, ambient, false, false);
		}

		Refusal required() {
			return (this.refusal != null) ? this.refusal : Refusal.of(ErrorCode.UNAVAILABLE);
		}

	}

}
