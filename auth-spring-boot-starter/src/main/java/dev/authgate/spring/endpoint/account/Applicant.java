package dev.authgate.spring.endpoint.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.authgate.Caller;
import dev.authgate.account.Account;
import dev.authgate.account.change.RegistrationForm;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.request.JsonInput;
import dev.authgate.spring.request.RequestCaller;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What people do who are not logged in: register, set a forgotten password, prove an
 * address.
 * <p>
 * What is asked for an address is answered alike whether or not somebody has it.
 */
final class Applicant {

	private static final Set<String> FORM = Set.of("username", "email", "password");

	private final AccountRequests requests;

	private final boolean open;

	/**
	 * Makes the handlers.
	 * @param requests does what is asked for
	 * @param open whether people register themselves
	 */
	Applicant(AccountRequests requests, boolean open) {
		this.requests = requests;
		this.open = open;
	}

	ServerResponse register(ServerRequest request) {
		HttpServletRequest servletRequest = request.servletRequest();
		JsonInput input = JsonInput.read(servletRequest);
		Map<String, Object> data = new LinkedHashMap<>(input.values());
		data.keySet().removeAll(FORM);
		RegistrationForm form = new RegistrationForm(input.text("username"), input.optionalText("email"),
				input.secret("password"), data);
		@Nullable Caller registrar = this.open ? null : RequestCaller.of(request);
		Account account = AccountAnswers.done(this.requests.register(form, registrar, servletRequest));
		return JsonReply.of(201, AccountAnswers.json(account));
	}

	ServerResponse requestReset(ServerRequest request) {
		HttpServletRequest servletRequest = request.servletRequest();
		this.requests.requestReset(JsonInput.read(servletRequest).text("email"), servletRequest);
		return ServerResponse.accepted().build();
	}

	ServerResponse reset(ServerRequest request) {
		JsonInput input = JsonInput.read(request.servletRequest());
		AccountAnswers
			.done(this.requests.reset(input.secret("token"), input.secret("password"), request.servletRequest()));
		return ServerResponse.noContent().build();
	}

	ServerResponse requestVerification(ServerRequest request) {
		HttpServletRequest servletRequest = request.servletRequest();
		this.requests.requestVerification(JsonInput.read(servletRequest).text("email"), servletRequest);
		return ServerResponse.accepted().build();
	}

	ServerResponse verify(ServerRequest request) {
		JsonInput input = JsonInput.read(request.servletRequest());
		AccountAnswers.done(this.requests.verify(input.secret("token"), request.servletRequest()));
		return ServerResponse.noContent().build();
	}

}
