package dev.authgate.spring.websocket.handshake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.spring.guard.handler.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request without some parameters of its query string.
 * <p>
 * For use by the thread that serves the request.
 */
final class HiddenParameters extends HttpServletRequestWrapper {

	private final Set<String> names;

	/**
	 * Hides parameters.
	 * @param request the request
	 * @param names the names of the parameters
	 */
	HiddenParameters(HttpServletRequest request, Set<String> names) {
		super(request);
		this.names = names;
	}

	@Override
	public @Nullable String getQueryString() {
		String query = super.getQueryString();
		if (query == null) {
			return null;
		}
		List<String> shown = new ArrayList<>();
		for (String pair : query.split("&", -1)) {
			if (Collections.disjoint(QueryParameters.parseAll(pair).keySet(), this.names)) {
				shown.add(pair);
			}
		}
		return shown.isEmpty() ? null : String.join("&", shown);
	}

	@Override
	public @Nullable String getParameter(String name) {
		return parameters().getFirst(name);
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		List<String> values = parameters().get(name);
		return (values != null) ? values.toArray(String[]::new) : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> shown = new LinkedHashMap<>();
		parameters().forEach((name, values) -> shown.put(name, values.toArray(String[]::new)));
		return Collections.unmodifiableMap(shown);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(parameters().keySet());
	}

	// A handshake has no body that could hold others.
	private MultiValueMap<String, String> parameters() {
		return QueryParameters.parse(getQueryString());
	}

}
