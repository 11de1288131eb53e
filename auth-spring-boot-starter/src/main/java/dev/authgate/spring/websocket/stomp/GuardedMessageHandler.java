package dev.authgate.spring.websocket.stomp;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.authgate.spring.web.Exceptions;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.handler.DestinationPatternsMessageCondition;
import org.springframework.messaging.handler.HandlerMethod;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageMappingInfo;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.web.socket.messaging.WebSocketAnnotationMethodMessageHandler;

/**
 * Spring's dispatcher of messages to methods, which asks once more who may call the
 * method that it found, and answers denials where the application would swallow them.
 */
final class GuardedMessageHandler extends WebSocketAnnotationMethodMessageHandler {

	private static final byte[] NOTHING = new byte[0];

	private final Supplier<StompFrames> frames;

	GuardedMessageHandler(SubscribableChannel in, MessageChannel out, SimpMessageSendingOperations broker,
			Supplier<StompFrames> frames) {
		super(in, out, broker);
		this.frames = frames;
	}

	/**
	 * Finds the method to which a message would be dispatched.
	 */
	@Nullable HandlerMethod find(SimpMessageType type, String destination) {
		String lookup = getLookupDestination(destination);
		if (lookup == null || getHandlerMethods().isEmpty()) {
			return null;
		}
		SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(type);
		headers.setHeader(DestinationPatternsMessageCondition.LOOKUP_DESTINATION_HEADER, lookup);
		Message<?> probe = MessageBuilder.createMessage(NOTHING, headers.getMessageHeaders());
		Comparator<SimpMessageMappingInfo> order = getMappingComparator(probe);
		SimpMessageMappingInfo best = null;
		HandlerMethod method = null;
		for (Map.Entry<SimpMessageMappingInfo, HandlerMethod> known : getHandlerMethods().entrySet()) {
			SimpMessageMappingInfo match = getMatchingMapping(known.getKey(), probe);
			if (match != null && (best == null || order.compare(match, best) < 0)) {
				best = match;
				method = known.getValue();
			}
		}
		return method;
	}

	@Override
	protected void handleMatch(SimpMessageMappingInfo mapping, HandlerMethod handlerMethod, String lookupDestination,
			Message<?> message) {
		StompFrames parts = this.frames.get();
		Refusal refusal = parts.judge().refusalOf(handlerMethod, message);
		if (refusal != null) {
			parts.refusals().answer(message, refusal);
			return;
		}
		super.handleMatch(mapping, handlerMethod, lookupDestination, message);
	}

	@Override
	protected void processHandlerMethodException(HandlerMethod handlerMethod, Exception exception, Message<?> message) {
		RuntimeException denial = Exceptions.denialIn(exception);
		WebSocketAuth auth = authOf(message);
		if (denial == null || auth == null || isAnswered(handlerMethod, exception, denial)) {
			super.processHandlerMethodException(handlerMethod, exception, message);
			return;
		}
		this.frames.get().refusals().answer(message, Exceptions.refusalOf(denial, auth.applied()));
	}

	// A handler for exceptions at large was not written for denials.
	private boolean isAnswered(HandlerMethod handlerMethod, Exception exception, RuntimeException denial) {
		InvocableHandlerMethod chosen = getExceptionHandlerMethod(handlerMethod, exception);
		return chosen != null && handledTypes(chosen.getMethod())
			.anyMatch((type) -> type.isInstance(denial) && !type.getName().startsWith("java."));
	}

	private static Stream<Class<?>> handledTypes(Method method) {
		MessageExceptionHandler annotation = AnnotatedElementUtils.findMergedAnnotation(method,
				MessageExceptionHandler.class);
		return Stream.of((annotation != null && annotation.value().length > 0) ? annotation.value()
				: method.getParameterTypes());
	}

	private static @Nullable WebSocketAuth authOf(Message<?> message) {
		Map<String, Object> attributes = SimpMessageHeaderAccessor.getSessionAttributes(message.getHeaders());
		return (attributes != null) ? WebSocketAuth.in(attributes) : null;
	}

}
