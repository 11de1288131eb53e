package dev.authgate.spring.form;

import java.util.List;

import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.request.FailureAnswers;
import dev.authgate.spring.session.BrowserLogins;
import dev.authgate.spring.session.SessionAuthenticator;
import dev.authgate.spring.session.cookie.BrowserCookies;
import dev.authgate.spring.web.origin.CrossSite;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.RefusalException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The logout of browsers, by POST alone: a link or an image of another site must not log
 * anybody out.
 * <p>
 * Safe for use by several threads.
 */
public final class Logout implements RuleContributor, HttpRequestHandler {

	private final LoginPaths paths;

	private final BrowserLogins logins;

	private final BrowserCookies cookies;

	private final Proxies proxies;

	private final FailureAnswers failures = new FailureAnswers();

	/**
	 * Makes the logout.
	 * @param paths where it is, and where it leads
	 * @param logins ends sessions
	 * @param cookies what is removed from the browser
	 * @param proxies tell the address of the client, and the host that it asked
	 */
	public Logout(LoginPaths paths, BrowserLogins logins, BrowserCookies cookies, Proxies proxies) {
		this.paths = paths;
		this.logins = logins;
		this.cookies = cookies;
		this.proxies = proxies;
	}

	/**
	 * Gives the route, which takes POST alone.
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route() {
		return RouterFunctions.route().POST(this.paths.logout(), this::logout).build();
	}

	// Whoever is known by a session must send its token. A login whose session is gone
	// ends by its cookie alone, which browsers send with no request of another site that
	// is POST.
	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		List<String> path = List.of(this.paths.logout());
		return List.of(
				new RuleSource("authgate.logout", path, List.of(HttpMethod.POST.name()),
						List.of(SessionAuthenticator.NAME), Access.OPTIONAL_LENIENT, Requirement.NONE, Scope.BUILT_IN),
				RuleSource.open("authgate.logout", path, List.of(HttpMethod.GET.name()), Scope.BUILT_IN));
	}

	/**
	 * Answers other methods than POST.
	 */
	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
		response.setHeader("Allow", HttpMethod.POST.name());
	}

	private ServerResponse logout(ServerRequest request) {
		HttpServletRequest servlet = request.servletRequest();
		if (new CrossSite(this.proxies).couldBeForged(servlet)) {
			throw RefusalException.of(ErrorCode.CSRF);
		}
		return this.failures.answer("The logout", () -> end(servlet));
	}

	private ServerResponse end(HttpServletRequest servlet) {
		this.logins.end(servlet, this.proxies.clientAddress(servlet));
		String location = this.paths.loggedOut().location(servlet);
		return ServerResponse.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, location)
			.build((asked, response) -> {
				this.cookies.remove(asked, response);
				return null;
			});
	}

}
