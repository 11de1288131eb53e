package dev.authgate.spring.websocket.ticket;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The holder of a ticket as it is kept, as JSON.
 *
 * @param id the id of the user
 * @param data what else is known of the user
 * @param permissions what the user may do
 * @param authenticator the name of the authenticator
 * @param credential the id of the credential, if it has one
 * @param app the name of the client application, if there is one
 * @param roles the roles
 * @param expires when the credential expires in milliseconds, if it does
 * @param session the id of the session, if there is one
 */
record TicketHolder(String id, Map<String, Object> data, List<String> permissions, String authenticator,
		@Nullable String credential, @Nullable String app, List<String> roles, @Nullable Long expires,
		@Nullable String session) {

	// Never the application's mapper, which may be lenient or know polymorphic types.
	private static final JsonMapper JSON = JsonMapper.builder().build();

	static String write(Caller caller) {
		AuthUser user = caller.user();
		Instant expiresAt = caller.expiresAt();
		return JSON.writeValueAsString(new TicketHolder(user.id(), user.data(), List.copyOf(user.permissions()),
				caller.authenticator(), caller.credentialId(), caller.app(), List.copyOf(caller.roles()),
				(expiresAt != null) ? expiresAt.toEpochMilli() : null, caller.sessionId()));
	}

	static Caller read(String text) {
		TicketHolder holder = JSON.readValue(text, TicketHolder.class);
		AuthUser user = new AuthUser(holder.id, holder.data, PermissionSet.of(holder.permissions));
		return new Caller(user, holder.authenticator, holder.credential, holder.app, new LinkedHashSet<>(holder.roles),
				(holder.expires != null) ? Instant.ofEpochMilli(holder.expires) : null, holder.session);
	}

}
