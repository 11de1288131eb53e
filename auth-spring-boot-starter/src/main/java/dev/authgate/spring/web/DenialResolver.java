package dev.authgate.spring.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

import dev.authgate.AuthException;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.util.function.SingletonSupplier;
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
public final class DenialResolver implements HandlerExceptionResolver, PriorityOrdered {

	private final Refuser refuser;

	private final Supplier<ExceptionHandlers> handlers;

	/**
	 * Makes a resolver.
	 * @param refuser answers denials
	 * @param context holds the advice beans
	 */
	public DenialResolver(Refuser refuser, ApplicationContext context) {
		this.refuser = refuser;
		this.handlers = SingletonSupplier.of(() -> ExceptionHandlers.of(context));
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		RuntimeException denial = Exceptions.denialIn(exception);
		if (denial == null || response.isCommitted()) {
			// The container has answered what it could not read; a refusal adds nothing.
			return (denial instanceof RefusalException) ? new ModelAndView() : null;
		}
		if (this.handlers.get().nameDenial(denial, exception, handler, request)) {
			return null;
		}
		AppliedGuard applied = AppliedGuard.of(request);
		boolean ours = denial instanceof AuthException || denial instanceof RefusalException;
		if (applied == null && !ours) {
			throw denial;
		}
		return answer(denial, applied, request, response);
	}

	private ModelAndView answer(RuntimeException denial, @Nullable AppliedGuard applied, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			this.refuser.refuse(Exceptions.refusalOf(denial, applied), AppliedGuard.callerOf(applied), request,
					response);
			return new ModelAndView();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
