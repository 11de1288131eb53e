package dev.authgate.spring.endpoint.account;

import java.util.Map;

import dev.authgate.Caller;
import dev.authgate.account.Account;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.endpoint.account.AccountRequests.PasswordPair;
import dev.authgate.spring.request.JsonInput;
import dev.authgate.spring.request.RequestCaller;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What callers do with their own accounts.
 */
final class OwnAccount {

	private final AccountRequests requests;

	OwnAccount(AccountRequests requests) {
		this.requests = requests;
	}

	ServerResponse update(ServerRequest request) {
		Caller caller = RequestCaller.of(request);
		HttpServletRequest servletRequest = request.servletRequest();
		Map<String, Object> fields = JsonInput.read(servletRequest).values();
		Account account = AccountAnswers.done(this.requests.update(caller, fields, servletRequest));
		return JsonReply.ok(WhoAmI.json(caller, account.visibleUser().data(), caller.user().permissions()));
	}

	ServerResponse changePassword(ServerRequest request) {
		Caller caller = RequestCaller.of(request);
		JsonInput input = JsonInput.read(request.servletRequest());
		PasswordPair passwords = new PasswordPair(input.secret("current"), input.secret("new"));
		AccountAnswers.done(this.requests.changePassword(caller, passwords, request.servletRequest()));
		return ServerResponse.noContent().build();
	}

}
