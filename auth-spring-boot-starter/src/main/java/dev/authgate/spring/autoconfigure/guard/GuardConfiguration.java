package dev.authgate.spring.autoconfigure.guard;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.RequestPolicy;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.GuardsCompiler;
import dev.authgate.spring.guard.handler.ContainerSockets;
import dev.authgate.spring.guard.handler.HandlerDeclarations;
import dev.authgate.spring.guard.handler.HandlerLookup;
import dev.authgate.spring.guard.handler.SocketHandlers;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.AuthgateProperties.Headers;
import dev.authgate.spring.settings.AuthgateProperties.Mode;
import dev.authgate.spring.throttle.FailingKeys;
import dev.authgate.spring.settings.websocket.WebSocketProperties.Require;
import dev.authgate.spring.web.GuardAssembly;
import dev.authgate.spring.web.OffMode;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.web.RejectedRequests;
import dev.authgate.spring.web.authentication.AmbientCheck;
import dev.authgate.spring.web.authentication.AuthenticatorChain;
import dev.authgate.spring.web.edge.Cors;
import dev.authgate.spring.web.edge.Edge;
import dev.authgate.spring.web.edge.Handshakes;
import dev.authgate.spring.web.edge.SecurityHeaders;
import dev.authgate.spring.web.origin.LocalCallers;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorBody;
import dev.authgate.spring.web.refusal.LoginEntry;
import dev.authgate.spring.web.refusal.RefusalWriter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.util.function.SingletonSupplier;

import jakarta.servlet.ServletContext;

/**
 * The table of guards, and what applies it.
 */
@Configuration(proxyBeanMethods = false)
public final class GuardConfiguration {

	private static final Log logger = LogFactory.getLog(GuardConfiguration.class);

	@Bean
	@Lazy
	HandlerLookup authgateHandlerLookup(ApplicationContext context) {
		return HandlerLookup.of(context);
	}

	@Bean
	RequirementReader authgateRequirementReader(Grants grants, ListableBeanFactory beans) {
		Supplier<Map<String, RequestPolicy>> policies = SingletonSupplier
			.of(() -> beans.getBeansOfType(RequestPolicy.class));
		return new RequirementReader(grants.registry(), (name) -> policies.get().get(name));
	}

	@Bean
	ContainerSockets authgateContainerSockets() {
		return new ContainerSockets();
	}

	@Bean
	HandlerDeclarations authgateHandlerDeclarations(RequirementReader requirements,
			ObjectProvider<SocketHandlers> sockets, AuthgateProperties properties) {
		return new HandlerDeclarations(requirements, sockets.getIfAvailable(() -> SocketHandlers.NONE),
				properties.websocket().require() == Require.ANY);
	}

	@Bean
	@Lazy
	Guards authgateGuards(ApplicationContext context, GuardSources sources, Authenticators authenticators,
			HandlerDeclarations declarations, ContainerSockets sockets) {
		GuardsCompiler compiler = new GuardsCompiler(authenticators, declarations, sources.matchers(), sockets);
		return compiler.compile((ConfigurableListableBeanFactory) context.getAutowireCapableBeanFactory(),
				context.getBean(HandlerLookup.class), compiler.rules(sources.rules(), sources.servletContext()));
	}

	@Bean
	GuardSources authgateGuardSources(AuthgateProperties properties, RequirementReader requirements,
			ObjectProvider<RuleContributor> contributors, ObjectProvider<PathPatternRequestMatcher.Builder> matchers,
			ObjectProvider<ServletContext> servletContext) {
		return new GuardSources(properties, requirements, contributors,
				matchers.getIfAvailable(PathPatternRequestMatcher::withDefaults), servletContext.getIfAvailable());
	}

	// Not before all handlers are registered, and not after the first request.
	@Bean
	SmartInitializingSingleton authgateGuardsStarter(ObjectProvider<Guards> guards, AuthgateProperties properties) {
		return () -> GuardReport.log(guards.getObject(), properties.report().enabled());
	}

	@Bean
	ReplacedChains authgateReplacedChains(ListableBeanFactory beans, Environment environment) {
		return new ReplacedChains(beans, environment);
	}

	@Bean
	SecurityHeaders authgateSecurityHeaders(AuthgateProperties properties) {
		Headers headers = properties.headers();
		return headers.enabled()
				? new SecurityHeaders(headers.contentTypeOptions(), headers.frameOptions(), headers.cacheControl(),
						headers.contentSecurityPolicy(), headers.strictTransportSecurity())
				: new SecurityHeaders("", "", "", "", "");
	}

	@Bean
	@ConditionalOnMissingBean
	ErrorBody authgateErrorBody(AuthgateProperties properties) {
		return properties.errors().format().body(properties.errors().members());
	}

	@Bean
	RefusalWriter authgateRefusalWriter(ErrorBody body, AuthgateProperties properties) {
		return new RefusalWriter(body, properties.errors().revealMissingPermissions());
	}

	@Bean
	Cors authgateCors(AuthgateProperties properties, ApplicationContext context, ObjectProvider<HandlerLookup> lookup) {
		return new Cors(CorsProperties.source(properties.cors(), context), lookup::getObject);
	}

	@Bean
	Refuser authgateRefuser(RefusalWriter refusals, Cors cors, AuthEventListener events, Proxies proxies,
			ObjectProvider<LoginEntry> entry) {
		return new Refuser(refusals, cors, events, proxies, entry.getIfAvailable(LoginEntry::none));
	}

	@Bean
	@ConditionalOnMissingBean(RequestRejectedHandler.class)
	RejectedRequests authgateRejectedRequests(RefusalWriter refusals, SecurityHeaders headers) {
		return new RejectedRequests(refusals, headers);
	}

	@Bean
	OffMode authgateOffMode(AuthgateProperties properties, Grants grants, LocalCallers localCallers) {
		if (properties.mode() != Mode.OFF) {
			return OffMode.disabled();
		}
		String id = (properties.off().userId() != null) ? properties.off().userId() : System.getProperty("user.name");
		Set<String> roles = new TreeSet<>(properties.roles().keySet());
		AuthUser user = AuthUser.of(id).withPermissions(grants.registry().all());
		logger.warn("authgate.mode is 'off': every request of a "
				+ (properties.off().allowRemote() ? "caller, from anywhere," : "local caller") + " is the user '" + id
				+ "' with all permissions");
		return OffMode.of(Caller.of(user, OffMode.NAME).withRoles(new LinkedHashSet<>(roles)),
				properties.off().allowRemote(), localCallers);
	}

	@Bean
	AuthenticatorChain authgateAuthenticatorChain(AuthEventListener events, Proxies proxies, FailingKeys failingKeys,
			ObjectProvider<AmbientCheck> ambientCheck, AuthgateProperties properties) {
		return new AuthenticatorChain(events, proxies, failingKeys, ambientCheck.getIfAvailable(AmbientCheck::none),
				Set.copyOf(properties.websocket().namedOrigins()));
	}

	@Bean
	GuardAssembly authgateGuardAssembly(ObjectProvider<Guards> guards, OffMode offMode, Refuser refuser,
			AuthenticatorChain chain, ObjectProvider<SecurityContextHolderStrategy> strategy) {
		Supplier<Guards> table = SingletonSupplier.of(guards::getObject);
		return new GuardAssembly(table, offMode, refuser, chain,
				strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
	}

	@Bean
	GuardChain authgateGuardChain(GuardAssembly assembly, AuthenticationEventPublisher events, SecurityHeaders headers,
			Cors cors, ObjectProvider<Handshakes> handshakes) {
		Edge edge = new Edge(headers, cors, handshakes.getIfAvailable(() -> Handshakes.NONE));
		RequestAttributeSecurityContextRepository repository = new RequestAttributeSecurityContextRepository();
		return new GuardChain(assembly.filter(repository, events, edge), repository);
	}

}
