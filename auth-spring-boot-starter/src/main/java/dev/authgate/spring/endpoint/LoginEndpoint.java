package dev.authgate.spring.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.http.PasswordLogin;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.key.KeysUnavailableException;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

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

	private final PasswordLogin logins;

	private final JwtIssuer issuer;

	private final AuthEventListener events;

	private final Proxies proxies;

	private final FailureLog failures = new FailureLog("such requests are refused with 503");

	/**
	 * Makes the endpoint.
	 * @param path the path of the login
	 * @param logins judges passwords
	 * @param issuer issues the tokens
	 * @param events is told of refused logins
	 * @param proxies tell the address of the client
	 */
	public LoginEndpoint(String path, PasswordLogin logins, JwtIssuer issuer, AuthEventListener events,
			Proxies proxies) {
		this.path = path;
		this.logins = logins;
		this.issuer = issuer;
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
		String address = this.proxies.clientAddress(request.servletRequest());
		AuthenticationResult result = judge(form, address);
		if (!(result instanceof Authenticated authenticated)) {
			throw refused(result, form.username(), address);
		}
		byte[] body = ("{\"token\":\"" + tokenOf(authenticated.caller()) + "\"}").getBytes(StandardCharsets.US_ASCII);
		return ServerResponse.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.contentLength(body.length)
			.build((servletRequest, response) -> {
				response.getOutputStream().write(body);
				return null;
			});
	}

	private AuthenticationResult judge(LoginForm form, String address) {
		try {
			return this.logins.login(form.username(), form.password(), address);
		}
		catch (RuntimeException ex) {
			this.failures.report("The login", ex);
			throw new RefusalException(Refusal.of(ErrorCode.UNAVAILABLE));
		}
	}

	private String tokenOf(Caller caller) {
		try {
			return caller.roles().isEmpty() ? this.issuer.issue(caller.user())
					: this.issuer.issue(caller.user(), caller.roles());
		}
		catch (KeysUnavailableException ex) {
			this.failures.report("The login", ex);
			throw new RefusalException(Refusal.of(ErrorCode.UNAVAILABLE));
		}
	}

	private RefusalException refused(AuthenticationResult result, String username, String address) {
		RejectionReason reason = (result instanceof Rejected rejected) ? rejected.reason() : RejectionReason.THROTTLED;
		this.events.onEvent(new CredentialRejected(NAME, reason, HttpMethod.POST.name(), this.path, address, username));
		return new RefusalException((result instanceof Throttled throttled)
				? Refusal.throttled(throttled.retryAfter(), null) : Refusal.of(ErrorCode.INVALID_CREDENTIALS));
	}

}
