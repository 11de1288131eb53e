package dev.authgate.spring.websocket;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import dev.authgate.spring.request.JsonInput;
import dev.authgate.spring.web.Decision;
import dev.authgate.spring.web.refusal.ErrorMembers;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the messages of sockets: how long they may be, which of them bring
 * credentials, and what becomes of those that are refused.
 * <p>
 * Safe for use by several threads.
 */
public final class MessageRules {

	private static final String RENEWAL = "{\"authorization\"";

	private final MessagePolicy policy;

	private final ErrorMembers errors;

	private final SocketCallers callers;

	private final OpenSockets sockets;

	private final AuthEventListener events;

	/**
	 * Makes the rules.
	 * @param policy what is configured
	 * @param errors words refusals
	 * @param callers judges credentials
	 * @param sockets closes sockets
	 * @param events is told of what is refused
	 */
	public MessageRules(MessagePolicy policy, ErrorMembers errors, SocketCallers callers, OpenSockets sockets,
			AuthEventListener events) {
		this.policy = policy;
		this.errors = errors;
		this.callers = callers;
		this.sockets = sockets;
		this.events = events;
	}

	/**
	 * Tells how long a message may be.
	 * @return the number of bytes, or {@code null} for what the container allows
	 */
	public @Nullable Integer maxMessageBytes() {
		return this.policy.maxBytes();
	}

	/**
	 * Takes a message that brings a credential, unless it is one of the application's.
	 * @param socket the socket it came on
	 * @param text the whole message
	 * @return {@code true} if it was taken
	 * @throws IOException if the connection is lost
	 */
	public boolean renews(OpenSocket socket, String text) throws IOException {
		String authorization = this.policy.renewal() ? authorizationIn(text) : null;
		if (authorization == null) {
			return false;
		}
		Decision decision = this.callers.renew(socket.auth(), Map.of("Authorization", List.of(authorization)));
		if (decision instanceof Decision.Refused refused) {
			audit(socket, refused.refusal());
			socket.send(this.errors.problem(refused.refusal()));
		}
		else {
			this.sockets.count(socket);
			socket.send("{\"authorization\":\"renewed\"}");
		}
		return true;
	}

	/**
	 * Does with a refused message what is configured.
	 * @param socket the socket it came on
	 * @param refusal why it is refused
	 * @throws IOException if the connection is lost
	 */
	public void refuse(OpenSocket socket, Refusal refusal) throws IOException {
		audit(socket, refusal);
		if (this.policy.onRefused() == OnRefusedMessage.ERROR) {
			socket.send(this.errors.problem(refusal));
		}
		else if (this.policy.onRefused() == OnRefusedMessage.CLOSE) {
			this.sockets.close(socket, SocketClosing.MESSAGE_REFUSED);
		}
	}

	private static @Nullable String authorizationIn(String text) {
		if (!text.startsWith(RENEWAL)) {
			return null;
		}
		JsonInput json = JsonInput.of(text);
		return (json != null && json.hasOnly("authorization")) ? json.optionalText("authorization") : null;
	}

	private void audit(OpenSocket socket, Refusal refusal) {
		AuthUser user = socket.auth().user();
		SocketAddress address = socket.auth().address();
		this.events.onEvent(new AccessRefused((user != null) ? user.id() : null, refusal.code().code(), "GET",
				address.path(), address.client()));
	}

}
