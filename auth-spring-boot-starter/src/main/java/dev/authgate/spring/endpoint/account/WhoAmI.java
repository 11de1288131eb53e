package dev.authgate.spring.endpoint.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.authgate.Caller;
import dev.authgate.Permission;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.guard.handler.QueryParameters;
import dev.authgate.spring.request.RequestCaller;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Tells callers who they are and what they may do.
 * <p>
 * With the parameter {@code permissions} it tells which of those that are named are
 * granted, and stores nothing.
 */
final class WhoAmI {

	private static final String PERMISSIONS = "permissions";

	private final @Nullable AccountRequests requests;

	/**
	 * Makes the handler.
	 * @param requests knows what was changed since a credential was issued, {@code null}
	 * where nothing changes
	 */
	WhoAmI(@Nullable AccountRequests requests) {
		this.requests = requests;
	}

	ServerResponse answer(ServerRequest request) {
		Caller caller = RequestCaller.of(request);
		List<String> asked = QueryParameters.parseAll(request.servletRequest().getQueryString()).get(PERMISSIONS);
		PermissionSet all = caller.user().permissions();
		return JsonReply.ok(json(caller, dataOf(caller), (asked != null) ? granted(asked, all) : all));
	}

	private Map<String, Object> dataOf(Caller caller) {
		Account account = (this.requests != null) ? this.requests.find(caller) : null;
		return (account != null) ? account.visibleUser().data() : caller.user().data();
	}

	static Map<String, Object> json(Caller caller, Map<String, Object> data, Set<String> permissions) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", caller.user().id());
		json.put("data", data);
		json.put("roles", new TreeSet<>(caller.roles()));
		json.put(PERMISSIONS, permissions);
		return json;
	}

	private static Set<String> granted(List<String> asked, PermissionSet permissions) {
		Set<String> granted = new TreeSet<>();
		for (String list : asked) {
			for (String item : list.split(",", -1)) {
				String name = item.strip();
				if (!Permission.isValid(name) || Permission.of(name).isWildcard()) {
					throw RefusalException.badRequest();
				}
				if (permissions.grants(name)) {
					granted.add(name);
				}
			}
		}
		return granted;
	}

}
