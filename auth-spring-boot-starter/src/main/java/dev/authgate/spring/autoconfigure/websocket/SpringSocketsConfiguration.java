package dev.authgate.spring.autoconfigure.websocket;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.authgate.AuthEventListener;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.handler.SocketHandlers;
import dev.authgate.spring.reload.RepeatedCheck;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.websocket.WebSocketProperties;
import dev.authgate.spring.web.GuardAssembly;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorFormat;
import dev.authgate.spring.web.refusal.ErrorMembers;
import dev.authgate.spring.revocation.LiveCredentials;
import dev.authgate.spring.websocket.MessagePolicy;
import dev.authgate.spring.websocket.MessageRules;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketCallers;
import dev.authgate.spring.websocket.handler.SocketInstaller;
import dev.authgate.spring.websocket.handler.SocketParts;
import dev.authgate.spring.websocket.handler.SpringSockets;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.WebSocketHandler;

/**
 * The sockets of Spring: what opens them is a route, and what follows them is made with
 * the first of them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(WebSocketHandler.class)
@Lazy
public final class SpringSocketsConfiguration {

	// Half of what a revocation may take: the other half is how long other nodes may not
	// know of it.
	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private static final int CLOSERS = 16;

	@Bean
	@Lazy(false)
	SocketHandlers authgateSpringSockets() {
		return new SpringSockets();
	}

	@Bean
	static SocketInstaller authgateSocketInstaller(ObjectProvider<SocketParts> parts) {
		return new SocketInstaller(SingletonSupplier.of(parts::getObject));
	}

	@Bean
	SocketCallers authgateSocketCallers(GuardAssembly assembly, LiveCredentials following,
			ObjectProvider<Guards> guards, Proxies proxies, ObjectProvider<Clock> clock) {
		return new SocketCallers(assembly.gate(), following, SingletonSupplier.of(guards::getObject), proxies,
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	OpenSockets authgateOpenSockets(SocketCallers callers, AuthgateProperties properties, AuthEventListener events) {
		return new OpenSockets(callers, properties.websocket().limits().maxPerUser(), events, closers());
	}

	@Bean
	SocketParts authgateSocketParts(SocketCallers callers, CheckedSockets checked, MessageRules rules, Refuser refuser,
			ObjectProvider<SecurityContextHolderStrategy> strategy) {
		return new SocketParts(callers, checked.sockets(), rules, refuser,
				strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
	}

	@Bean
	MessageRules authgateMessageRules(AuthgateProperties properties, SocketCallers callers, OpenSockets sockets,
			AuthEventListener events) {
		ErrorMembers members = new ErrorMembers(ErrorFormat.PROBLEM.codeAttribute(),
				properties.errors().revealMissingPermissions(), properties.errors().revealReason());
		return new MessageRules(policy(properties.websocket()), members, callers, sockets, events);
	}

	private static MessagePolicy policy(WebSocketProperties properties) {
		DataSize size = properties.limits().maxMessageSize();
		return new MessagePolicy(properties.onRefusedMessage(), properties.renewal(),
				(size != null) ? (int) size.toBytes() : null);
	}

	@Bean
	CheckedSockets authgateCheckedSockets(OpenSockets sockets) {
		return new CheckedSockets(sockets, new RepeatedCheck("open sockets", sockets::check, INTERVAL));
	}

	// Each waits for a slow client, and none of them keeps the process alive.
	private static ThreadPoolExecutor closers() {
		ThreadPoolExecutor closers = new ThreadPoolExecutor(CLOSERS, CLOSERS, 5, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), (work) -> {
					Thread thread = new Thread(work, "authgate-closed-sockets");
					thread.setDaemon(true);
					return thread;
				});
		closers.allowCoreThreadTimeOut(true);
		return closers;
	}

	/**
	 * Open sockets that are looked at again and again.
	 */
	record CheckedSockets(OpenSockets sockets, RepeatedCheck check) implements AutoCloseable {

		@Override
		public void close() {
			this.check.close();
		}

	}

}
