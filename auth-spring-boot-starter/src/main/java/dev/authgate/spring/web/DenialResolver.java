package dev.authgate.spring.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.AuthException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMappingInfo;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Keeps handlers for all exceptions, which most applications have, from turning a denial
 * into an error of theirs.
 * <p>
 * An {@code @ExceptionHandler} that names the type of the denial still answers it. Safe
 * for use by several threads.
 */
public final class DenialResolver implements HandlerExceptionResolver, Ordered {

	private final Refuser refuser;

	private final ApplicationContext context;

	private final Map<Pair, Boolean> chosenByHandler = new ConcurrentHashMap<>();

	private final Map<Class<? extends RuntimeException>, Boolean> chosenByAdvice = new ConcurrentHashMap<>();

	/**
	 * Makes a resolver.
	 * @param refuser answers denials
	 * @param context holds the advice beans
	 */
	public DenialResolver(Refuser refuser, ApplicationContext context) {
		this.refuser = refuser;
		this.context = context;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		RuntimeException denial = Exceptions.denialIn(exception);
		if (denial == null || response.isCommitted() || isAnsweredByApplication(denial, handler)) {
			return null;
		}
		AppliedGuard applied = AppliedGuard.of(request);
		boolean ours = denial instanceof AuthException || denial instanceof RefusalException;
		if (applied == null && !ours) {
			throw denial;
		}
		try {
			this.refuser.refuse(AppliedGuard.refusalOf(denial, applied), AppliedGuard.callerOf(applied), request,
					response);
			return new ModelAndView();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isAnsweredByApplication(RuntimeException denial, @Nullable Object handler) {
		boolean local = handler instanceof HandlerMethod method && this.chosenByHandler.computeIfAbsent(
				new Pair(method.getBeanType(), denial.getClass()), (pair) -> names(pair.handler(), pair.denial()));
		return local || this.chosenByAdvice.computeIfAbsent(denial.getClass(), this::isNamedByAdvice);
	}

	private boolean isNamedByAdvice(Class<? extends RuntimeException> denial) {
		List<ControllerAdviceBean> advice = ControllerAdviceBean.findAnnotatedBeans(this.context);
		return advice.stream()
			.map(ControllerAdviceBean::getBeanType)
			.anyMatch((type) -> type != null && names(type, denial));
	}

	private static boolean names(Class<?> type, Class<? extends Throwable> denial) {
		ExceptionHandlerMappingInfo mapping = new ExceptionHandlerMethodResolver(type)
			.resolveExceptionMappingByExceptionType(denial, MediaType.ALL);
		return mapping != null && mapping.getExceptionTypes()
			.stream()
			.anyMatch((named) -> named.isAssignableFrom(denial) && Exceptions.isDenialType(named));
	}

	private record Pair(Class<?> handler, Class<? extends RuntimeException> denial) {
	}

}
