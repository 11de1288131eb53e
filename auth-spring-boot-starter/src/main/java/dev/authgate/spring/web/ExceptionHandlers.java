package dev.authgate.spring.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells which {@code @ExceptionHandler} of the application Spring MVC would choose,
 * without calling it.
 * <p>
 * Safe for use by several threads.
 */
final class ExceptionHandlers extends ExceptionHandlerExceptionResolver {

	static ExceptionHandlers of(ApplicationContext context) {
		ExceptionHandlers handlers = new ExceptionHandlers();
		handlers.setApplicationContext(context);
		handlers.setMessageConverters(List.of(new StringHttpMessageConverter()));
		context.getBeanProvider(ContentNegotiationManager.class).ifUnique(handlers::setContentNegotiationManager);
		handlers.afterPropertiesSet();
		return handlers;
	}

	/**
	 * Tells whether the chosen one was written for this denial, and not for exceptions at
	 * large.
	 */
	boolean nameDenial(RuntimeException denial, Exception thrown, @Nullable Object handler,
			HttpServletRequest request) {
		HandlerMethod method = (handler instanceof HandlerMethod known) ? known : null;
		ServletInvocableHandlerMethod chosen = getExceptionHandlerMethod(method, thrown,
				new ServletWebRequest(request));
		return chosen != null && handledTypes(chosen.getMethod())
			.anyMatch((type) -> Exceptions.isDenialType(type) && type.isInstance(denial));
	}

	private static Stream<Class<?>> handledTypes(Method method) {
		ExceptionHandler annotation = AnnotatedElementUtils.findMergedAnnotation(method, ExceptionHandler.class);
		return Stream.of((annotation != null && annotation.exception().length > 0) ? annotation.exception()
				: method.getParameterTypes());
	}

}
