package dev.authgate.spring.endpoint.account;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.account.change.AccountAdministration;
import dev.authgate.spring.endpoint.account.ServedRoute.Need;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.request.FailureAnswers;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The endpoints of accounts that an application switched on, and who may use them.
 * <p>
 * Safe for use by several threads once all are added.
 */
public final class AccountEndpoints implements RuleContributor {

	private static final String REQUEST = "/request";

	private final List<ServedRoute> routes = new ArrayList<>();

	private final RequirementReader requirements;

	private final FailureAnswers failures = new FailureAnswers();

	/**
	 * Makes an empty set of endpoints.
	 * @param requirements reads what is required
	 */
	public AccountEndpoints(RequirementReader requirements) {
		this.requirements = requirements;
	}

	/**
	 * Adds who the caller is.
	 * @param path the path
	 * @param requests changes what users may change of themselves, {@code null} for
	 * nothing
	 */
	public void addMe(String path, @Nullable AccountRequests requests) {
		add("me", HttpMethod.GET, path, Need.CALLER, new WhoAmI(requests)::answer);
		if (requests != null) {
			add("me", HttpMethod.PATCH, path, Need.CALLER, new OwnAccount(requests)::update);
		}
	}

	/**
	 * Adds the change of one's own password.
	 * @param path the path
	 * @param requests does what is asked for
	 */
	public void addPassword(String path, AccountRequests requests) {
		add("password", HttpMethod.POST, path, Need.CALLER, new OwnAccount(requests)::changePassword);
	}

	/**
	 * Adds the registration.
	 * @param path the path
	 * @param open whether people register themselves; otherwise administrators do it
	 * @param requests does what is asked for
	 */
	public void addRegister(String path, boolean open, AccountRequests requests) {
		add("register", HttpMethod.POST, path, open ? Need.NONE : Need.WRITE, new Applicant(requests, open)::register);
	}

	/**
	 * Adds another password by a message.
	 * @param path the path
	 * @param requests does what is asked for
	 */
	public void addReset(String path, AccountRequests requests) {
		Applicant applicant = new Applicant(requests, true);
		add("reset", HttpMethod.POST, path, Need.NONE, applicant::reset);
		add("reset", HttpMethod.POST, path + REQUEST, Need.NONE, applicant::requestReset);
	}

	/**
	 * Adds the proof of e-mail addresses.
	 * @param path the path
	 * @param requests does what is asked for
	 */
	public void addVerify(String path, AccountRequests requests) {
		Applicant applicant = new Applicant(requests, true);
		add("verify", HttpMethod.POST, path, Need.NONE, applicant::verify);
		add("verify", HttpMethod.POST, path + REQUEST, Need.NONE, applicant::requestVerification);
	}

	/**
	 * Adds the accounts of others.
	 * @param path the path
	 * @param accounts manages them
	 * @param requests tells who asks
	 */
	public void addUsers(String path, AccountAdministration accounts, AccountRequests requests) {
		Administrator administrator = new Administrator(accounts, requests);
		add("users", HttpMethod.GET, path, Need.READ, administrator::list);
		add("users", HttpMethod.PATCH, path + "/{id}", Need.WRITE, administrator::change);
		add("users", HttpMethod.DELETE, path + "/{id}", Need.WRITE, administrator::delete);
	}

	/**
	 * Gives the routes.
	 * @return the routes, of which each takes its own method alone
	 */
	public RouterFunction<ServerResponse> route() {
		RouterFunctions.Builder builder = RouterFunctions.route();
		for (ServedRoute route : this.routes) {
			builder.route(RequestPredicates.method(route.method()).and(RequestPredicates.path(route.path())),
					route.handler());
		}
		return builder.build();
	}

	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		return this.routes.stream().map(this::rule).toList();
	}

	private RuleSource rule(ServedRoute route) {
		List<String> paths = List.of(route.path());
		List<String> methods = List.of(route.method().name());
		return switch (route.need()) {
			case NONE -> RuleSource.open(route.property(), paths, methods, Scope.BUILT_IN);
			case CALLER -> new RuleSource(route.property(), paths, methods, null, Access.REQUIRED, Requirement.NONE,
					Scope.BUILT_IN);
			case READ, WRITE -> new RuleSource(route.property(), paths, methods, null, Access.REQUIRED,
					this.requirements.permissions(route.need().permissions(), false, route.property()), Scope.BUILT_IN);
		};
	}

	private void add(String name, HttpMethod method, String path, Need need, HandlerFunction<ServerResponse> handler) {
		this.routes.add(new ServedRoute("authgate.endpoints." + name, method, path, need,
				this.failures.answering("The endpoint " + name, handler)));
	}

}
