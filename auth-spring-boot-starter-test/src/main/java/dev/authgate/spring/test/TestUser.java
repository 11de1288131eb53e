package dev.authgate.spring.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A user as a test describes it, before the application says what that means.
 *
 * @param id the user's id
 * @param permissions what the user may do
 * @param roles the user's roles, {@code null} where the test leaves them open
 * @param data what else is known of the user
 * @param origin how the user came, for the test
 */
record TestUser(String id, List<String> permissions, @Nullable Set<String> roles, Map<String, Object> data,
		Origin origin) {

	static TestUser of(String id, String where) {
		return new TestUser(id, List.of(), null, Map.of(), new Origin("", "", where));
	}

	TestUser withPermissions(String... other) {
		return new TestUser(this.id, List.of(other), this.roles, this.data, this.origin);
	}

	TestUser withRoles(String... other) {
		return new TestUser(this.id, this.permissions, new LinkedHashSet<>(Arrays.asList(other)), this.data,
				this.origin);
	}

	TestUser withData(Map<String, Object> other) {
		return new TestUser(this.id, this.permissions, this.roles, other, this.origin);
	}

	TestUser withData(String name, Object value) {
		Map<String, Object> more = new LinkedHashMap<>(this.data);
		more.put(name, value);
		return withData(more);
	}

	TestUser by(String authenticator) {
		return new TestUser(this.id, this.permissions, this.roles, this.data,
				new Origin(authenticator, this.origin.app(), this.origin.where()));
	}

	TestUser from(String app) {
		return new TestUser(this.id, this.permissions, this.roles, this.data,
				new Origin(this.origin.authenticator(), app, this.origin.where()));
	}

	Set<String> rolesOrNone() {
		return (this.roles != null) ? this.roles : Set.of();
	}

	/**
	 * How a user came.
	 *
	 * @param authenticator the name of the authenticator, empty for any
	 * @param app the client application, empty for none
	 * @param where what describes the user, for messages
	 */
	record Origin(String authenticator, String app, String where) {
	}

}
