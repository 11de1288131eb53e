package dev.authgate.spring.websocket.stomp;

import dev.authgate.OptionalAuthentication;
import dev.authgate.RequestPolicy;
import dev.authgate.RequirePolicy;
import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cannot guard a message refuses to start, and says what to type.
 */
class StompMisconfigurationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					access=denied | names no destination | destination: /topic/news
					destination= | names no destination | destination: /topic/news
					destination=/t,access=optional | has an optional access | access: public
					destination=/t,access=optional-lenient | has an optional access | access: public
					destination=/t,access=public,roles=admin | is public, and requires | Remove access
					destination=/t,access=denied,permissions=threads:read | is denied, and requires | Remove access
					destination=/t,permissions=nonsense | permissions: | <resource>:<action>
					destination=/t,any-permission=threads:* | requires 'threads:*' | concrete
					destination=/t,permissions=threads:fly | authgate.websocket.destinations[0].permissions | authgate.permissions
					destination=/t/{x:[}/y | which is no pattern | /{variable}
					""")
	void whenRuleCannotWorkThenRefused(String rule, String problem, String wayOut) {
		assertThat(RefusedStart.of(Broker.class, properties(rule, "authgate.permissions.threads=read, write")))
			.contains("authgate.websocket.destinations[0]", problem, wayOut);
	}

	@ParameterizedTest
	@CsvSource({ ",", "type=send,", "type=send,type=send" })
	void whenTwoRulesAreForTheSameThenRefused(String first, String second) {
		assertThat(RefusedStart.of(Broker.class, "authgate.websocket.destinations[0].destination=/topic/a",
				"authgate.websocket.destinations[0]." + named(first),
				"authgate.websocket.destinations[1].destination=/topic/a",
				"authgate.websocket.destinations[1]." + named(second)))
			.contains("authgate.websocket.destinations[0] and authgate.websocket.destinations[1] are both for "
					+ "'/topic/a'", "type: send");
	}

	@Test
	void whenTwoRulesAreForDifferentTypesThenStarts() {
		RefusedStart.starts(Broker.class, "authgate.websocket.destinations[0].destination=/topic/a",
				"authgate.websocket.destinations[0].type=send",
				"authgate.websocket.destinations[1].destination=/topic/a",
				"authgate.websocket.destinations[1].type=subscribe");
	}

	@Test
	void whenThereIsNoBrokerThenRefused() {
		assertThat(RefusedStart.of(Nothing.class, "authgate.websocket.destinations[0].destination=/topic/a"))
			.contains("no message broker", "@EnableWebSocketMessageBroker");
	}

	@Test
	void whenPolicyIsRequiredOfMessageThenRefused() {
		assertThat(RefusedStart.of(PolicyOnMessage.class)).contains("@RequirePolicy on Answers.answer has no effect",
				"Use @RequirePermission or @RequireRole");
	}

	@Test
	void whenAccessIsOfNoHandlerThenRefused() {
		assertThat(RefusedStart.of(AccessBesideMessage.class)).contains("@OptionalAuthentication on Answers.other",
				"has no effect");
	}

	@Test
	void whenApplicationDispatchesByItselfThenRefused() {
		assertThat(RefusedStart.of(OwnDispatcher.class)).contains("SimpAnnotationMethodMessageHandler of its own",
				"Use @EnableWebSocketMessageBroker");
	}

	private static String named(String part) {
		return (part != null) ? part : "access=required";
	}

	private static String[] properties(String rule, String other) {
		String[] parts = rule.split(",(?=[a-z-]+=)");
		String[] properties = new String[parts.length + 1];
		for (int i = 0; i < parts.length; i++) {
			properties[i] = "authgate.websocket.destinations[0]." + parts[i];
		}
		properties[parts.length] = other;
		return properties;
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocketMessageBroker
	static class Broker implements WebSocketMessageBrokerConfigurer {

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/stomp");
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableSimpleBroker("/topic");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PolicyOnMessage extends Broker {

		@Controller
		static class Answers {

			@RequirePolicy("own-thread")
			@MessageMapping("/answer")
			void answer() {
			}

		}

		@Bean("own-thread")
		RequestPolicy policy() {
			return (caller, request) -> true;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AccessBesideMessage extends Broker {

		@Controller
		static class Answers {

			@OptionalAuthentication
			@MessageMapping("/answer")
			void answer() {
			}

			@OptionalAuthentication
			void other() {
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDispatcher extends Broker {

		@Bean
		SimpAnnotationMethodMessageHandler another(SubscribableChannel clientInboundChannel,
				MessageChannel clientOutboundChannel, SimpMessagingTemplate brokerMessagingTemplate) {
			return new SimpAnnotationMethodMessageHandler(clientInboundChannel, clientOutboundChannel,
					brokerMessagingTemplate);
		}

	}

}
