package dev.authgate.spring.websocket.stomp;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.OpenSocket;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketClosing;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.NativeMessageHeaderAccessor;

/**
 * Answers refused frames, and tells the audit log.
 * <p>
 * Safe for use by several threads.
 */
public final class FrameRefusals {

	private static final String OVER = FrameRefusals.class.getName();

	private static final byte[] NOTHING = new byte[0];

	private final Answer answer;

	private final boolean revealMissing;

	private final Supplier<MessageChannel> clients;

	private final OpenSockets sockets;

	private final AuthEventListener events;

	/**
	 * Makes what answers.
	 * @param answer what becomes of refused frames after the first
	 * @param revealMissing whether to name the permissions that are missing
	 * @param clients leads to the clients
	 * @param sockets closes sockets
	 * @param events is told of each refusal
	 */
	public FrameRefusals(Answer answer, boolean revealMissing, Supplier<MessageChannel> clients, OpenSockets sockets,
			AuthEventListener events) {
		this.answer = answer;
		this.revealMissing = revealMissing;
		this.clients = clients;
		this.sockets = sockets;
		this.events = events;
	}

	/**
	 * Tells whether a frame was refused before, so that the session is being closed.
	 */
	static boolean isOver(Map<String, Object> attributes) {
		return attributes.containsKey(OVER);
	}

	/**
	 * Refuses a frame.
	 */
	void answer(Message<?> message, Refusal refusal) {
		MessageHeaders headers = message.getHeaders();
		SimpMessageType type = SimpMessageHeaderAccessor.getMessageType(headers);
		Map<String, Object> attributes = Objects
			.requireNonNullElse(SimpMessageHeaderAccessor.getSessionAttributes(headers), Map.of());
		WebSocketAuth auth = WebSocketAuth.in(attributes);
		Answer chosen = (type == SimpMessageType.CONNECT) ? Answer.ERROR : this.answer;
		OpenSocket socket = OpenSocket.in(attributes);
		if (auth == null || isOver(attributes)) {
			return;
		}
		audit(auth, refusal, headers);
		if (chosen != Answer.IGNORE) {
			attributes.put(OVER, true);
		}
		if (chosen == Answer.ERROR) {
			this.clients.get().send(error(headers, refusal));
		}
		else if (chosen == Answer.CLOSE && socket != null) {
			this.sockets.close(socket, SocketClosing.MESSAGE_REFUSED);
		}
	}

	private void audit(WebSocketAuth auth, Refusal refusal, MessageHeaders headers) {
		AuthUser user = auth.user();
		StompCommand command = StompHeaderAccessor.getCommand(headers);
		String destination = SimpMessageHeaderAccessor.getDestination(headers);
		this.events.onEvent(new AccessRefused((user != null) ? user.id() : null, refusal.code().code(),
				(command != null) ? command.name() : "SEND", (destination != null) ? destination : auth.applied().uri(),
				auth.clientAddress()));
	}

	private Message<byte[]> error(MessageHeaders headers, Refusal refusal) {
		StompHeaderAccessor error = StompHeaderAccessor.create(StompCommand.ERROR);
		error.setMessage(refusal.detail());
		error.setNativeHeader("code", refusal.code().code());
		if (this.revealMissing && !refusal.missing().isEmpty()) {
			error.setNativeHeader("missing", String.join(", ", refusal.missing().stream().sorted().toList()));
		}
		error.setReceiptId(receipt(headers));
		error.setSessionId(SimpMessageHeaderAccessor.getSessionId(headers));
		error.setLeaveMutable(true);
		return MessageBuilder.createMessage(NOTHING, error.getMessageHeaders());
	}

	private static @Nullable String receipt(MessageHeaders headers) {
		return NativeMessageHeaderAccessor.getFirstNativeHeader("receipt", headers);
	}

	/**
	 * What becomes of a refused frame. The first frame of a client always gets an error.
	 */
	public enum Answer {

		/** An ERROR frame, after which STOMP 1.2 has the server close the connection. */
		ERROR,
		/** Nothing. */
		IGNORE,
		/** The socket is closed with 1008. */
		CLOSE

	}

}
