package dev.authgate.spring.websocket.stomp;

import java.security.Principal;
import java.util.Optional;

import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.websocket.WebSocketAuth;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.annotation.SendToUser;
import org.springframework.messaging.simp.annotation.SubscribeMapping;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/**
 * An application with a broker, and methods that answer messages.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
class Board implements WebSocketMessageBrokerConfigurer {

	/** Has each client's frames handled one after the other. */
	static final String ORDERED = "board.ordered=true";

	private final boolean ordered;

	Board(@Value("${board.ordered:false}") boolean ordered) {
		this.ordered = ordered;
	}

	/**
	 * Describes the application, with three keys and with tokens.
	 */
	static TestApp app() {
		return TestApp.serving(Board.class).tokens().with("authgate.default-authenticator=api-key, jwt");
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/stomp", "/stomp-optional", "/stomp-public");
		registry.addEndpoint("/sockjs").withSockJS();
		registry.setPreserveReceiveOrder(this.ordered);
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.enableSimpleBroker("/topic", "/queue");
		registry.setApplicationDestinationPrefixes("/app");
	}

	@Controller
	static class Open {

		@PublicAccess
		@SubscribeMapping("/settled")
		String settled() {
			return "settled";
		}

		@MessageMapping("/me")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String me(AuthUser user, Caller caller, Principal principal, WebSocketAuth auth,
				@AuthenticationPrincipal AuthUser authenticated) {
			return String.join(" ", user.id(), caller.authenticator(), principal.getName(), auth.user().id(),
					authenticated.id());
		}

		@PublicAccess
		@SubscribeMapping("/who")
		String who(Optional<AuthUser> user) {
			return "you are " + user.map(AuthUser::id).orElse("nobody");
		}

		@MessageMapping("/echo/{room}")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String echo(@DestinationVariable String room, String text) {
			return room + " heard " + text;
		}

		@RequirePermission("threads:write")
		@MessageMapping("/write")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String write(String text) {
			return "written " + text;
		}

		@RequirePermission("threads:write")
		@SubscribeMapping("/drafts")
		String drafts() {
			return "drafts";
		}

		@RequireRole("admin")
		@MessageMapping("/close")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String close() {
			return "closed";
		}

		@Authenticated(by = "jwt")
		@MessageMapping("/by-token")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String byToken() {
			return "by token";
		}

		@PreAuthorize("hasAuthority('threads:write')")
		@MessageMapping("/pre-authorized")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String preAuthorized() {
			return "pre-authorized";
		}

	}

	@Controller
	@RequirePermission("threads:write")
	@MessageMapping("/class")
	static class Guarded {

		@MessageMapping("/inherits")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String inherits() {
			return "inherits";
		}

		@RequirePermission("threads:read")
		@MessageMapping("/replaces")
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String replaces() {
			return "replaces";
		}

	}

	@Controller
	static class Swallowing {

		@MessageMapping("/denies")
		void denies() {
			throw AuthException.forbidden("Not your thread");
		}

		@MessageMapping("/requires")
		void requires(WebSocketAuth auth) {
			auth.require("threads:write");
		}

		@MessageMapping("/fails")
		void fails() {
			throw new IllegalStateException("failed");
		}

		@MessageExceptionHandler(Exception.class)
		@SendToUser(destinations = "/queue/answers", broadcast = false)
		String swallow(Exception exception) {
			return "swallowed " + exception.getClass().getSimpleName();
		}

	}

}
