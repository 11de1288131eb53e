package dev.authgate.spring.websocket.stomp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.OnRefusedMessage;
import dev.authgate.spring.websocket.OpenSocket;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketClosing;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompEncoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.NativeMessageHeaderAccessor;

/**
 * Answers refused frames, and tells the audit log.
 * <p>
 * Safe for use by several threads.
 */
public final class FrameRefusals {

	private static final Log logger = LogFactory.getLog(FrameRefusals.class);

	private static final String OVER = FrameRefusals.class.getName();

	private static final byte[] NOTHING = new byte[0];

	private final OnRefusedMessage answer;

	private final boolean revealMissing;

	private final StompEncoder encoder = new StompEncoder();

	private final Supplier<Executor> senders;

	private final OpenSockets sockets;

	private final AuthEventListener events;

	/**
	 * Makes what answers.
	 * @param answer what becomes of refused frames after the first, to which there is
	 * always an error
	 * @param revealMissing whether to name the permissions that are missing
	 * @param senders send to clients, which may take as long as a slow one
	 * @param sockets closes sockets
	 * @param events is told of each refusal
	 */
	public FrameRefusals(OnRefusedMessage answer, boolean revealMissing, Supplier<Executor> senders,
			OpenSockets sockets, AuthEventListener events) {
		this.answer = answer;
		this.revealMissing = revealMissing;
		this.senders = senders;
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
		OnRefusedMessage chosen = (type == SimpMessageType.CONNECT) ? OnRefusedMessage.ERROR : this.answer;
		OpenSocket socket = OpenSocket.in(attributes);
		if (auth == null || socket == null || isOver(attributes)) {
			return;
		}
		audit(auth, refusal, headers);
		if (chosen != OnRefusedMessage.IGNORE) {
			attributes.put(OVER, true);
		}
		if (chosen == OnRefusedMessage.ERROR) {
			String error = error(headers, refusal);
			this.senders.get().execute(() -> end(socket, error));
		}
		else if (chosen == OnRefusedMessage.CLOSE) {
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

	// Spring would close the socket before an earlier frame has left, and lose this one.
	private static void end(OpenSocket socket, String error) {
		try {
			socket.send(error);
			socket.close(SocketClosing.MESSAGE_REFUSED);
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("A client was lost before it heard of a refusal: " + ex.getClass().getName());
		}
	}

	private String error(MessageHeaders headers, Refusal refusal) {
		StompHeaderAccessor error = StompHeaderAccessor.create(StompCommand.ERROR);
		error.setMessage(refusal.detail());
		error.setNativeHeader("code", refusal.code().code());
		if (this.revealMissing && !refusal.missing().isEmpty()) {
			error.setNativeHeader("missing", String.join(", ", refusal.missing().stream().sorted().toList()));
		}
		error.setReceiptId(receipt(headers));
		return new String(this.encoder.encode(error.getMessageHeaders(), NOTHING), StandardCharsets.UTF_8);
	}

	private static @Nullable String receipt(MessageHeaders headers) {
		return NativeMessageHeaderAccessor.getFirstNativeHeader("receipt", headers);
	}

}
