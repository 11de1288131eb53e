package dev.authgate.spring.web.caller;

import java.util.Optional;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Passes the {@link AuthUser} or the {@link Caller} of a request to the handler that
 * declares such a parameter, never what the client sends.
 * <p>
 * Safe for use by several threads.
 */
public final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

	private final SecurityContextHolderStrategy contexts;

	/**
	 * Makes a resolver.
	 * @param contexts holds the security context
	 */
	public CallerArgumentResolver(SecurityContextHolderStrategy contexts) {
		this.contexts = contexts;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
		return type == AuthUser.class || type == Caller.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Caller caller = Callers.of(this.contexts.getContext().getAuthentication());
		Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
		Object argument = (caller == null || type == Caller.class) ? caller : caller.user();
		if (parameter.getParameterType() == Optional.class) {
			return Optional.ofNullable(argument);
		}
		if (argument == null && !parameter.isOptional()) {
			throw new AuthenticationCredentialsNotFoundException("The handler needs a caller");
		}
		return argument;
	}

}
