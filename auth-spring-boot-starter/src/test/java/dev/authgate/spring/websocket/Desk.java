package dev.authgate.spring.websocket;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import dev.authgate.contract.TestClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * An application with sockets that tell who is behind them and do what they are told.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class Desk {

	@Bean
	TestClock clock() {
		return new TestClock();
	}

	@Bean
	Shelf shelf() {
		return new Shelf();
	}

	@Bean
	WebSocketConfigurer sockets(Shelf shelf) {
		return (registry) -> register(registry, shelf);
	}

	private static void register(WebSocketHandlerRegistry registry, Shelf shelf) {
		registry.addHandler(new Guarded(shelf), "/desk").addHandler(new Plain(shelf), "/plain");
		registry.addHandler(new Guarded(shelf), "/sockjs").withSockJS();
	}

	static class Shelf {

		@RequirePermission("threads:write")
		String put() {
			return "put";
		}

	}

	@RequirePermission({ "threads:write", "threads:read", "files:read" })
	static class Guarded extends Plain {

		Guarded(Shelf shelf) {
			super(shelf);
		}

	}

	static class Plain extends TextWebSocketHandler {

		private final Shelf shelf;

		Plain(Shelf shelf) {
			this.shelf = shelf;
		}

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
			session.sendMessage(new TextMessage(answer(WebSocketAuth.of(session), message.getPayload())));
		}

		private String answer(WebSocketAuth auth, String message) {
			return switch (message) {
				case "who" -> nameOf(auth.user());
				case "checked" -> String.valueOf(auth.checkedPermissions());
				case "write" -> written(auth);
				case "thread" -> Thread.currentThread().toString();
				case "put" -> this.shelf.put();
				case "fail" -> throw new IllegalStateException("as told");
				default -> "heard " + message;
			};
		}

		private static String written(WebSocketAuth auth) {
			auth.require("threads:write");
			return "written";
		}

		private static String nameOf(@Nullable AuthUser user) {
			return (user != null) ? user.id() : "nobody";
		}

	}

}
