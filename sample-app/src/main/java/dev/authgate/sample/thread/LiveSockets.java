package dev.authgate.sample.thread;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Puts live threads at their address.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveSockets implements WebSocketConfigurer {

	private final LiveThreads live;

	private final Threads threads;

	LiveSockets(LiveThreads live, Threads threads) {
		this.live = live;
		this.threads = threads;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(this.live, "/ws/threads/{id}").addInterceptors(new ThreadInPath(this.threads));
	}

}
