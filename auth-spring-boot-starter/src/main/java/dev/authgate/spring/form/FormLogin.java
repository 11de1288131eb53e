package dev.authgate.spring.form;

import java.util.List;

import dev.authgate.secret.Secret;
import dev.authgate.spring.form.FormPasswords.Client;
import dev.authgate.spring.guard.handler.QueryParameters;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.request.FailureAnswers;
import dev.authgate.spring.request.FormInput;
import dev.authgate.spring.session.BrowserLogins;
import dev.authgate.spring.session.NewLogin;
import dev.authgate.spring.web.origin.CrossSite;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The login of browsers: a form with a user name and a password, answered with a session.
 * <p>
 * An unknown name, a wrong password and a disabled account get the same answer. Safe for
 * use by several threads.
 */
public final class FormLogin {

	private final LoginPaths paths;

	private final FormPasswords passwords;

	private final BrowserLogins logins;

	private final LoginPage page;

	private final Proxies proxies;

	private final FailureAnswers failures = new FailureAnswers();

	/**
	 * Makes the login.
	 * @param paths where it is, and where it leads
	 * @param passwords judges passwords
	 * @param logins begins sessions
	 * @param page is shown again after a refused login
	 * @param proxies tell the address of the client, and the host that it asked
	 */
	public FormLogin(LoginPaths paths, FormPasswords passwords, BrowserLogins logins, LoginPage page, Proxies proxies) {
		this.paths = paths;
		this.passwords = passwords;
		this.logins = logins;
		this.page = page;
		this.proxies = proxies;
	}

	/**
	 * Gives the route.
	 * @param formsAlone whether something else serves what is no form
	 * @return the route, which takes POST alone
	 */
	public RouterFunction<ServerResponse> route(boolean formsAlone) {
		return RouterFunctions.route()
			.POST(this.paths.login(), (request) -> !formsAlone || FormInput.isIn(request.servletRequest()), this::login)
			.build();
	}

	/**
	 * Gives the rules, which let everybody come to the login.
	 * @param formsAlone whether something else serves what is no form, and opens it
	 * @return adds the rules
	 */
	public RuleContributor rules(boolean formsAlone) {
		List<String> methods = formsAlone ? List.of(HttpMethod.GET.name())
				: List.of(HttpMethod.GET.name(), HttpMethod.POST.name());
		return (configured) -> List
			.of(RuleSource.open("authgate.login", List.of(this.paths.login()), methods, Scope.BUILT_IN));
	}

	private ServerResponse login(ServerRequest request) {
		HttpServletRequest servlet = request.servletRequest();
		if (new CrossSite(this.proxies).couldBeForged(servlet)) {
			throw RefusalException.of(ErrorCode.CSRF);
		}
		FormInput form = FormInput.read(servlet);
		String username = form.text("username");
		Secret password = Secret.of(form.text("password"));
		LocalTarget target = targetOf(form, servlet);
		return this.failures.answer("The login", () -> {
			NewLogin login = this.passwords.judge(username, password,
					new Client(servlet, this.proxies.clientAddress(servlet)));
			return (login != null) ? begin(login, new Wishes(form, target), servlet) : refused(target, servlet);
		});
	}

	private ServerResponse begin(NewLogin login, Wishes wishes, HttpServletRequest request) {
		String cookie = this.logins.begin(login, wishes.form().isChecked(LoginPaths.REMEMBER), request);
		LocalTarget target = (wishes.target() != null) ? wishes.target() : this.paths.success();
		return Redirects.to(target, request, cookie);
	}

	private ServerResponse refused(@Nullable LocalTarget target, HttpServletRequest request) {
		LocalTarget failure = this.paths.failure();
		return (failure != null) ? Redirects.to(failure, request, null)
				: ServerResponse.status(401).build((servletRequest, response) -> {
					this.page.refuse(target, servletRequest, response);
					return null;
				});
	}

	// A form may say where it leads, or be sent to the address of the page that has it;
	// one that has the field and nothing in it says nothing.
	private static @Nullable LocalTarget targetOf(FormInput form, HttpServletRequest request) {
		List<String> asked = QueryParameters.parseAll(request.getQueryString())
			.getOrDefault(LoginPaths.CONTINUE, List.of())
			.stream()
			.filter((target) -> !target.isEmpty())
			.toList();
		String field = form.filled(LoginPaths.CONTINUE);
		if (field == null && asked.isEmpty()) {
			return null;
		}
		LocalTarget target = (field != null || asked.size() == 1)
				? LocalTarget.parse((field != null) ? field : asked.get(0)) : null;
		if (target == null) {
			throw RefusalException.badRequest();
		}
		return target;
	}

	/**
	 * What somebody who logs in asks for beside that.
	 *
	 * @param form the form
	 * @param target where the login leads, {@code null} for where all do
	 */
	private record Wishes(FormInput form, @Nullable LocalTarget target) {
	}

}
