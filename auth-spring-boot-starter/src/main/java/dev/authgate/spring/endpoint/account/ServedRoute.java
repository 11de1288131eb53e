package dev.authgate.spring.endpoint.account;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A route of an endpoint.
 *
 * @param property the property that switched it on, for the report
 * @param method the method
 * @param path the path pattern
 * @param need who may use it
 * @param handler answers
 */
record ServedRoute(String property, HttpMethod method, String path, Need need,
		HandlerFunction<ServerResponse> handler) {

	/**
	 * Who may use a route.
	 */
	enum Need {

		/** Everybody. */
		NONE(List.of()),
		/** Every known caller. */
		CALLER(List.of()),
		/** Who may read accounts. */
		READ(List.of("admin:read")),
		/** Who may change accounts. */
		WRITE(List.of("admin:write"));

		@SuppressWarnings("ImmutableEnumChecker") // a list of List.of cannot change
		private final List<String> permissions;

		Need(List<String> permissions) {
			this.permissions = permissions;
		}

		List<String> permissions() {
			return this.permissions;
		}

	}

}
