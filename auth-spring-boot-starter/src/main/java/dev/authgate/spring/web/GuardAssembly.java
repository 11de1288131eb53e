package dev.authgate.spring.web;

import java.util.function.Supplier;

import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.web.authentication.AuthenticatorChain;
import dev.authgate.spring.web.caller.ContextKeeper;
import dev.authgate.spring.web.edge.Edge;

import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The parts that apply the guards, put together: the filter before dispatch, and the
 * check at dispatch.
 */
public final class GuardAssembly {

	private final Supplier<Guards> guards;

	private final Gate gate;

	private final Refuser refuser;

	private final SecurityContextHolderStrategy contexts;

	private final PolicyCheck policies;

	/**
	 * Puts the parts together.
	 * @param guards the table of guards, asked for when the first request comes
	 * @param offMode the switch that turns authentication off
	 * @param refuser answers what is refused
	 * @param chain asks the authenticators
	 * @param contexts holds the security context
	 */
	public GuardAssembly(Supplier<Guards> guards, OffMode offMode, Refuser refuser, AuthenticatorChain chain,
			SecurityContextHolderStrategy contexts) {
		this.guards = guards;
		this.refuser = refuser;
		this.contexts = contexts;
		this.policies = new PolicyCheck(chain);
		this.gate = new Gate(chain, offMode, contexts, this.policies);
	}

	/**
	 * Makes the filter.
	 * @param repository keeps the security context with the request
	 * @param events publishes Spring Security's events
	 * @param edge what every answer carries
	 * @return the filter
	 */
	public GuardFilter filter(SecurityContextRepository repository, AuthenticationEventPublisher events, Edge edge) {
		return new GuardFilter(this.guards, this.gate, this.refuser,
				new ContextKeeper(this.contexts, repository, events), edge);
	}

	/**
	 * Makes the check at dispatch.
	 * @return the interceptor
	 */
	public GuardInterceptor interceptor() {
		return new GuardInterceptor(this.guards, this.gate, this.refuser,
				new ForeignChain(this.guards, this.contexts, this.policies));
	}

	/**
	 * Gives what decides, for frames of open sockets.
	 * @return the gate
	 */
	public Gate gate() {
		return this.gate;
	}

}
