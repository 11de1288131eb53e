package dev.authgate.spring.websocket.stomp;

import java.util.Optional;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Passes the caller of a message to the method that declares such a parameter, never what
 * the client sends: as {@link AuthUser}, {@link Caller} or {@link WebSocketAuth}, or as
 * {@code @AuthenticationPrincipal} without an expression.
 * <p>
 * Safe for use by several threads.
 */
final class CallerArguments implements HandlerMethodArgumentResolver {

	private final SecurityContextHolderStrategy contexts;

	CallerArguments(SecurityContextHolderStrategy contexts) {
		this.contexts = contexts;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Class<?> type = type(parameter);
		AuthenticationPrincipal principal = parameter.getParameterAnnotation(AuthenticationPrincipal.class);
		return type == AuthUser.class || type == Caller.class || type == WebSocketAuth.class
				|| (principal != null && principal.expression().isEmpty());
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) {
		Class<?> type = type(parameter);
		Object argument = (type == WebSocketAuth.class) ? WebSocketAuth.of(SimpMessageHeaderAccessor.wrap(message))
				: ofCaller(parameter);
		if (parameter.getParameterType() == Optional.class) {
			return Optional.ofNullable(argument);
		}
		boolean ours = type == AuthUser.class || type == Caller.class;
		if (argument == null && ours && !parameter.isOptional()) {
			throw new AuthenticationCredentialsNotFoundException("The method needs a caller");
		}
		return argument;
	}

	private @Nullable Object ofCaller(MethodParameter parameter) {
		Authentication authentication = this.contexts.getContext().getAuthentication();
		Class<?> type = type(parameter);
		if (type == AuthUser.class || type == Caller.class) {
			Caller caller = Callers.of(authentication);
			return (caller == null || type == Caller.class) ? caller : caller.user();
		}
		Object principal = (authentication != null) ? authentication.getPrincipal() : null;
		return type.isInstance(principal) ? principal : null;
	}

	private static Class<?> type(MethodParameter parameter) {
		return parameter.nestedIfOptional().getNestedParameterType();
	}

}
