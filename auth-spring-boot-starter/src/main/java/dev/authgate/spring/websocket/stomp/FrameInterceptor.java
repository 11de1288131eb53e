package dev.authgate.spring.websocket.stomp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.spring.web.caller.CallerAuthentication;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Judges each frame of a client before anybody handles it, and shows those who do who
 * sent it.
 * <p>
 * Safe for use by several threads.
 */
final class FrameInterceptor implements ExecutorChannelInterceptor {

	private final Supplier<StompFrames> frames;

	private final SecurityContextHolderStrategy contexts;

	// A handler may send a message that the same thread handles before it goes on.
	private final ThreadLocal<Deque<SecurityContext>> outer = ThreadLocal.withInitial(ArrayDeque::new);

	FrameInterceptor(Supplier<StompFrames> frames, SecurityContextHolderStrategy contexts) {
		this.frames = frames;
		this.contexts = contexts;
	}

	@Override
	public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
		StompFrames parts = this.frames.get();
		Frame frame = Frame.of(message);
		Map<String, List<String>> brought = parts.credentials().take(frame);
		SimpMessageType type = frame.type();
		if (type == SimpMessageType.DISCONNECT || type == SimpMessageType.HEARTBEAT) {
			return frame.message();
		}
		WebSocketAuth auth = frame.auth();
		if (auth == null || auth.closing() != null || FrameRefusals.isOver(frame.attributes())) {
			return null;
		}
		Refusal refusal = frame.isOdd() ? Refusal.of(ErrorCode.BAD_REQUEST) : refusalOf(frame, auth, brought);
		if (refusal != null) {
			parts.refusals().answer(frame.message(), refusal);
			return null;
		}
		show(auth.caller(), frame.headers());
		return frame.message();
	}

	@Override
	public Message<?> beforeHandle(Message<?> message, MessageChannel channel, MessageHandler handler) {
		this.outer.get().push(this.contexts.getContext());
		SecurityContext context = this.contexts.createEmptyContext();
		context.setAuthentication(authentication(message.getHeaders()));
		this.contexts.setContext(context);
		return message;
	}

	@Override
	public void afterMessageHandled(Message<?> message, MessageChannel channel, MessageHandler handler,
			@Nullable Exception exception) {
		Deque<SecurityContext> contextsBefore = this.outer.get();
		SecurityContext before = contextsBefore.poll();
		this.contexts.clearContext();
		if (before != null && before.getAuthentication() != null) {
			this.contexts.setContext(before);
		}
		if (contextsBefore.isEmpty()) {
			this.outer.remove();
		}
	}

	private @Nullable Refusal refusalOf(Frame frame, WebSocketAuth auth, Map<String, List<String>> brought) {
		StompFrames parts = this.frames.get();
		if (frame.type() == SimpMessageType.CONNECT) {
			return parts.credentials().refusalOfFirst(frame, auth, brought);
		}
		Refusal refusal = parts.credentials().refusalOfNext(frame, auth, brought);
		if (refusal != null || frame.type() == SimpMessageType.UNSUBSCRIBE) {
			return refusal;
		}
		return parts.judge().refusalOf(frame, auth);
	}

	// Whom a chain of the application authenticated is shown as that chain did.
	private static void show(@Nullable Caller caller, SimpMessageHeaderAccessor headers) {
		if (caller != null && !Callers.FOREIGN.equals(caller.authenticator())) {
			headers.setUser(new CallerAuthentication(caller));
		}
	}

	// What the caller may do has perhaps changed since the frame was let through.
	private static @Nullable Authentication authentication(MessageHeaders headers) {
		Map<String, Object> attributes = SimpMessageHeaderAccessor.getSessionAttributes(headers);
		WebSocketAuth auth = (attributes != null) ? WebSocketAuth.in(attributes) : null;
		Caller caller = (auth != null) ? auth.caller() : null;
		if (caller != null && Callers.FOREIGN.equals(caller.authenticator())
				&& SimpMessageHeaderAccessor.getUser(headers) instanceof Authentication foreign) {
			return foreign;
		}
		return (caller != null) ? new CallerAuthentication(caller) : null;
	}

}
