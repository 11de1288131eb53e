package dev.authgate.spring.actuate;

import java.time.Clock;

import dev.authgate.Caller;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.caller.CallerAuthentication;
import dev.authgate.spring.web.caller.RefusedAuthentication;
import dev.authgate.spring.web.origin.NativeRequest;
import dev.authgate.spring.web.origin.Proxies;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.actuate.security.AbstractAuthenticationAuditListener;
import org.springframework.boot.actuate.security.AuthenticationAuditListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Turns Spring Security's events into audit events, in place of Spring Boot's listener:
 * those of requests that Authgate judged tell the authenticator and the address, and a
 * refusal is told once.
 * <p>
 * Safe for use by several threads.
 */
public final class AuditedAuthentications extends AbstractAuthenticationAuditListener {

	private final AuthenticationAuditListener others = new AuthenticationAuditListener();

	private final boolean authentications;

	private final Proxies proxies;

	private final Clock clock;

	/**
	 * Makes a listener.
	 * @param authentications whether requests of known callers are told
	 * @param proxies tell the address of the client
	 * @param publisher the application's
	 * @param clock tells the time
	 */
	public AuditedAuthentications(boolean authentications, Proxies proxies, ApplicationEventPublisher publisher,
			Clock clock) {
		this.others.setApplicationEventPublisher(publisher);
		this.authentications = authentications;
		this.proxies = proxies;
		this.clock = clock;
	}

	@Override
	public void onApplicationEvent(AbstractAuthenticationEvent event) {
		Authentication authentication = event.getAuthentication();
		if (authentication instanceof RefusedAuthentication) {
			return;
		}
		Caller caller = (authentication instanceof CallerAuthentication) ? Callers.of(authentication) : null;
		if (caller == null || !(event instanceof AuthenticationSuccessEvent)) {
			this.others.onApplicationEvent(event);
		}
		else if (this.authentications) {
			publish(withRequest(AuditRecord.of(caller)).at(this.clock));
		}
	}

	private AuditRecord withRequest(AuditRecord record) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletRequest request = attributes.getRequest();
			return record.with("method", request.getMethod())
				.with("path", NativeRequest.path(request))
				.with("address", this.proxies.clientAddress(request));
		}
		return record;
	}

}
