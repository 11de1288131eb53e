package dev.authgate.spring.web.caller;

import dev.authgate.Caller;
import dev.authgate.spring.web.refusal.Refusal;

import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.context.request.async.SecurityContextCallableProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncUtils;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Puts callers into Spring Security's context and publishes its events.
 * <p>
 * The context is kept with the request, not in a session, so that ASYNC and ERROR
 * dispatches find it. Safe for use by several threads.
 */
public final class ContextKeeper {

	private static final Object CALLABLE_INTERCEPTOR_KEY = new Object();

	private final SecurityContextHolderStrategy strategy;

	private final SecurityContextRepository repository;

	private final AuthenticationEventPublisher events;

	public ContextKeeper(SecurityContextHolderStrategy strategy, SecurityContextRepository repository,
			AuthenticationEventPublisher events) {
		this.strategy = strategy;
		this.repository = repository;
		this.events = events;
	}

	public void establish(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		if (!Callers.FOREIGN.equals(caller.authenticator())) {
			CallerAuthentication authentication = new CallerAuthentication(caller);
			SecurityContext context = this.strategy.createEmptyContext();
			context.setAuthentication(authentication);
			this.strategy.setContext(context);
			this.events.publishAuthenticationSuccess(authentication);
		}
		this.repository.saveContext(this.strategy.getContext(), request, response);
		SecurityContextCallableProcessingInterceptor interceptor = new SecurityContextCallableProcessingInterceptor();
		interceptor.setSecurityContextHolderStrategy(this.strategy);
		WebAsyncUtils.getAsyncManager(request).registerCallableInterceptor(CALLABLE_INTERCEPTOR_KEY, interceptor);
	}

	/**
	 * Leaves an anonymous request anonymous: a preset caller whose authenticator was not
	 * asked is not shown to handlers.
	 */
	public void withholdPreset() {
		if (this.strategy.getContext().getAuthentication() instanceof CallerAuthentication) {
			this.strategy.setContext(this.strategy.createEmptyContext());
		}
	}

	public HttpServletRequest present(HttpServletRequest request) {
		Authentication authentication = this.strategy.getContext().getAuthentication();
		Caller caller = Callers.of(authentication);
		return (authentication != null && caller != null) ? new GuardedRequest(request, authentication, caller)
				: request;
	}

	public void publishFailure(Refusal refusal) {
		if (refusal.reason() != null) {
			this.events.publishAuthenticationFailure(new BadCredentialsException(refusal.detail()),
					new RefusedAuthentication());
		}
	}

}
