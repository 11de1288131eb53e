package dev.authgate.spring.autoconfigure.websocket;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

import dev.authgate.AuthEventListener;
import dev.authgate.spring.guard.handler.HandlerDeclarations;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.authenticator.ApiKeysProperties;
import dev.authgate.spring.websocket.OnRefusedMessage;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketCallers;
import dev.authgate.spring.websocket.stomp.FrameCredentials;
import dev.authgate.spring.websocket.stomp.FrameRefusals;
import dev.authgate.spring.websocket.stomp.FrameRefusals.Answer;
import dev.authgate.spring.websocket.stomp.MessageGuards;
import dev.authgate.spring.websocket.stomp.StompFrames;
import dev.authgate.spring.websocket.stomp.StompGuards;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.socket.messaging.SubProtocolWebSocketHandler;

/**
 * STOMP over the sockets of Spring. It does not wait for a broker to be configured: one
 * that another auto-configuration brings later must not go unguarded.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ SimpAnnotationMethodMessageHandler.class, SubProtocolWebSocketHandler.class })
public final class StompConfiguration {

	@Bean
	static StompGuards authgateStompGuards(ObjectProvider<StompFrames> frames,
			ObjectProvider<SecurityContextHolderStrategy> strategy, ObjectProvider<AuthgateProperties> properties,
			ConfigurableApplicationContext context) {
		return new StompGuards(SingletonSupplier.of(frames::getObject),
				() -> strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy),
				() -> properties.getObject().websocket().limits().maxMessageSize(), context);
	}

	@Bean
	@Lazy
	MessageGuards authgateMessageGuards(HandlerDeclarations declarations, Authenticators authenticators) {
		return new MessageGuards(declarations, authenticators);
	}

	@Bean
	@Lazy
	FrameCredentials authgateFrameCredentials(SocketCallers callers, OpenSockets sockets,
			AuthgateProperties properties) {
		return new FrameCredentials(callers, sockets, keyHeaders(properties.apiKeys()),
				properties.websocket().renewal());
	}

	@Bean
	@Lazy
	FrameRefusals authgateFrameRefusals(AuthgateProperties properties, OpenSockets sockets, AuthEventListener events,
			BeanFactory beans) {
		return new FrameRefusals(answer(properties.websocket().onRefusedMessage()),
				properties.errors().revealMissingPermissions(),
				SingletonSupplier.of(() -> beans.getBean("clientOutboundChannel", MessageChannel.class)), sockets,
				events);
	}

	@Bean
	@Lazy
	StompFrames authgateStompFrames(StompParts parts, ListableBeanFactory beans, ObjectProvider<Clock> clock) {
		return new StompFrames.Parts(parts.rules().of(parts.properties().websocket().destinations()), parts.guards(),
				parts.credentials(), parts.refusals(), clock.getIfUnique(Clock::systemUTC))
			.in(beans);
	}

	@Bean
	@Lazy
	StompParts authgateStompParts(AuthgateProperties properties, RequirementReader requirements, MessageGuards guards,
			FrameCredentials credentials, FrameRefusals refusals) {
		return new StompParts(properties, new StompRules(requirements), guards, credentials, refusals);
	}

	// Not before all handlers are registered, and not after the first frame.
	@Bean
	SmartInitializingSingleton authgateStompStarter(ObjectProvider<StompFrames> frames, ListableBeanFactory beans) {
		return () -> {
			if (beans.getBeanNamesForType(SimpAnnotationMethodMessageHandler.class).length > 0) {
				frames.getObject();
			}
		};
	}

	private static Set<String> keyHeaders(ApiKeysProperties keys) {
		Set<String> headers = new HashSet<>(Set.of(keys.header()));
		if (keys.idHeader() != null) {
			headers.add(keys.idHeader());
		}
		return headers;
	}

	private static Answer answer(OnRefusedMessage written) {
		return switch (written) {
			case ERROR -> Answer.ERROR;
			case IGNORE -> Answer.IGNORE;
			case CLOSE -> Answer.CLOSE;
		};
	}

	/**
	 * What frames are judged by.
	 */
	record StompParts(AuthgateProperties properties, StompRules rules, MessageGuards guards,
			FrameCredentials credentials, FrameRefusals refusals) {
	}

}
