package dev.authgate.spring.endpoint.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.account.Account;
import dev.authgate.account.change.AccountAdministration;
import dev.authgate.account.change.AccountEdit;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.guard.handler.QueryParameters;
import dev.authgate.spring.request.JsonInput;
import dev.authgate.spring.request.RequestCaller;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What administrators do with the accounts of others.
 */
final class Administrator {

	private static final int DEFAULT_LIMIT = 50;

	private final AccountAdministration accounts;

	private final AccountRequests requests;

	Administrator(AccountAdministration accounts, AccountRequests requests) {
		this.accounts = accounts;
		this.requests = requests;
	}

	ServerResponse list(ServerRequest request) {
		MultiValueMap<String, String> query = QueryParameters.parseAll(request.servletRequest().getQueryString());
		int limit = limitOf(query.getFirst("limit"));
		List<Account> accounts = this.accounts.list(query.getFirst("after"), limit);
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("users", accounts.stream().map(AccountAnswers::json).toList());
		if (accounts.size() == limit) {
			json.put("next", accounts.get(limit - 1).name().username());
		}
		return JsonReply.ok(json);
	}

	ServerResponse change(ServerRequest request) {
		JsonInput input = JsonInput.read(request.servletRequest()).only("roles", "permissions", "enabled");
		AccountEdit edit = new AccountEdit(input.optionalTexts("roles"), input.optionalTexts("permissions"),
				input.optionalFlag("enabled"));
		return JsonReply.ok(AccountAnswers.json(AccountAnswers.done(this.accounts.change(request.pathVariable("id"),
				edit, this.requests.actor(RequestCaller.of(request), request.servletRequest())))));
	}

	ServerResponse delete(ServerRequest request) {
		AccountAnswers.done(this.accounts.delete(request.pathVariable("id"),
				this.requests.actor(RequestCaller.of(request), request.servletRequest())));
		return ServerResponse.noContent().build();
	}

	private static int limitOf(@Nullable String text) {
		if (text == null) {
			return DEFAULT_LIMIT;
		}
		if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > AccountAdministration.MAX_LIST) {
			throw RefusalException.badRequest();
		}
		return Integer.parseInt(text);
	}

}
