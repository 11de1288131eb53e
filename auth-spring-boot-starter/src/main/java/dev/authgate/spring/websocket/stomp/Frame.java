package dev.authgate.spring.websocket.stomp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.messaging.support.NativeMessageHeaderAccessor;

/**
 * A frame of a client on its way in, whose headers can still be changed.
 * <p>
 * For use by the thread that received it.
 *
 * @param message the message that stands for it
 * @param headers its headers
 */
record Frame(Message<?> message, SimpMessageHeaderAccessor headers) {

	static Frame of(Message<?> message) {
		SimpMessageHeaderAccessor known = MessageHeaderAccessor.getAccessor(message, SimpMessageHeaderAccessor.class);
		if (known != null && known.isMutable()) {
			return new Frame(message, known);
		}
		StompHeaderAccessor copy = StompHeaderAccessor.wrap(message);
		copy.setLeaveMutable(true);
		return new Frame(MessageBuilder.createMessage(message.getPayload(), copy.getMessageHeaders()), copy);
	}

	@Nullable SimpMessageType type() {
		return this.headers.getMessageType();
	}

	/**
	 * Gives the destination as the application's handlers and brokers see it.
	 */
	@Nullable String destination() {
		return this.headers.getDestination();
	}

	Map<String, Object> attributes() {
		return Objects.requireNonNullElse(this.headers.getSessionAttributes(), Map.of());
	}

	@Nullable WebSocketAuth auth() {
		return WebSocketAuth.in(attributes());
	}

	/**
	 * Tells whether it is none that a client sends, or can be read in two ways: of two
	 * destinations one broker takes the first, and another the last.
	 */
	boolean isOdd() {
		StompCommand command = (this.headers instanceof StompHeaderAccessor stomp) ? stomp.getCommand() : null;
		if (command != null) {
			switch (command) {
				case CONNECTED, MESSAGE, RECEIPT, ERROR -> {
					return true;
				}
				default -> {
				}
			}
		}
		List<String> destinations = nativeHeaders().getOrDefault("destination", List.of());
		return destinations.size() > 1;
	}

	/**
	 * Takes headers out of the frame, so that no log, handler or subscriber sees them.
	 * @param names their names, in lower case
	 */
	Map<String, List<String>> take(Set<String> names) {
		Map<String, List<String>> taken = new LinkedHashMap<>();
		nativeHeaders().forEach((name, values) -> {
			if (names.contains(name.toLowerCase(Locale.ROOT))) {
				taken.put(name, List.copyOf(values));
			}
		});
		taken.keySet().forEach(this.headers::removeNativeHeader);
		return taken;
	}

	@SuppressWarnings("unchecked")
	Map<String, List<String>> nativeHeaders() {
		Object known = this.headers.getHeader(NativeMessageHeaderAccessor.NATIVE_HEADERS);
		return (known != null) ? (Map<String, List<String>>) known : Map.of();
	}

}
