package dev.authgate.spring.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.session.SessionKind;
import dev.authgate.session.SessionOrigin;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.revocation.LoginEpochs;
import dev.authgate.spring.throttle.LoginGate;
import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.origin.NativeRequest;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The login of API clients: a user name and a password as JSON, answered with a token.
 * <p>
 * An unknown name, a wrong password and a disabled account get the same answer. Safe for
 * use by several threads.
 */
public final class LoginEndpoint implements RuleContributor {

	/** The name of the mechanism in events. */
	public static final String NAME = "login";

	private final String path;

	private final LoginGate logins;

	private final TokenAnswers answers;

	private final AuthEventListener events;

	private final Proxies proxies;

	private final FailureLog failures = new FailureLog("such requests are refused with 503");

	/**
	 * Makes the endpoint.
	 * @param path the path of the login
	 * @param logins the way to passwords
	 * @param answers issues the tokens
	 * @param events is told of logins
	 * @param proxies tell the address of the client
	 */
	public LoginEndpoint(String path, LoginGate logins, TokenAnswers answers, AuthEventListener events,
			Proxies proxies) {
		this.path = path;
		this.logins = logins;
		this.answers = answers;
		this.events = events;
		this.proxies = proxies;
	}

	/**
	 * Gives the route, which takes POST alone.
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route() {
		return RouterFunctions.route().POST(this.path, this::login).build();
	}

	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		return List
			.of(RuleSource.open("authgate.login", List.of(this.path), List.of(HttpMethod.POST.name()), Scope.BUILT_IN));
	}

	private ServerResponse login(ServerRequest request) {
		LoginForm form = LoginForm.read(request.servletRequest());
		try {
			return JsonReply.ok(answer(form, request.servletRequest()));
		}
		catch (RefusalException | RequestRejectedException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			this.failures.report("The login", ex);
			throw new RefusalException(Refusal.of(ErrorCode.UNAVAILABLE));
		}
	}

	private Map<String, Object> answer(LoginForm form, HttpServletRequest request) {
		String address = this.proxies.clientAddress(request);
		AtomicReference<LoginEpochs.@Nullable Read> before = new AtomicReference<>();
		AuthenticationResult result = this.logins.of(NAME, (username) -> before.set(this.answers.before(username)))
			.login(form.username(), form.password(), address);
		if (!(result instanceof Authenticated authenticated)) {
			throw refused(result, form.username(), address);
		}
		Caller caller = authenticated.caller();
		String agent = Objects.requireNonNullElse(NativeRequest.of(request).getHeader(HttpHeaders.USER_AGENT), "");
		String userId = caller.user().id();
		Map<String, Object> answer = this.answers.ofLogin(caller, Objects.requireNonNull(before.get()).of(userId),
				new SessionOrigin(SessionKind.CLIENT, address, agent));
		this.events.onEvent(new AccountChanged(AccountAction.LOGGED_IN, userId, userId, address));
		return answer;
	}

	private RefusalException refused(AuthenticationResult result, String username, String address) {
		RejectionReason reason = (result instanceof Rejected rejected) ? rejected.reason() : RejectionReason.THROTTLED;
		this.events.onEvent(new CredentialRejected(NAME, reason, HttpMethod.POST.name(), this.path, address, username));
		return new RefusalException((result instanceof Throttled throttled)
				? Refusal.throttled(throttled.retryAfter(), null) : Refusal.of(ErrorCode.INVALID_CREDENTIALS));
	}

}
