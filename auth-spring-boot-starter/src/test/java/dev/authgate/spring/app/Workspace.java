package dev.authgate.spring.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.authgate.AuthEvent;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;

/**
 * A small application that has nothing but the auto-configuration, handlers and beans.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ WorkspaceHandlers.class, DispatchHandlers.class, FailingHandlers.class, GuardedBeans.class })
public class Workspace {

	/** The key of client_1, who reads and writes threads. */
	public static final String KEY_1 = "workspace-key-number-one";

	/** The key of client_2, who is an administrator without permissions. */
	public static final String KEY_2 = "workspace-key-number-two";

	/** What signs tokens. */
	public static final String JWT_SECRET = "a-secret-of-the-workspace-which-is-long-enough-0123456789";

	/** The password of all accounts. */
	public static final String PASSWORD = "correct horse battery";

	static final String PASSWORD_HASH = "{bcrypt}$2a$04$RsS9GSQkS3B2M4M00Xw6I.v1Kyu4eAXcbuaB6QkLsYVtkR5/eAZny";

	static final String HEADER_1 = "X-API-Key: " + KEY_1;

	static final String HEADER_2 = "X-API-Key: " + KEY_2;

	@Bean
	static Recorder recorder() {
		return new Recorder();
	}

	/**
	 * Keeps what was published, for assertions.
	 */
	static class Recorder {

		private final List<Object> events = new CopyOnWriteArrayList<>();

		@EventListener
		void onEvent(AuthEvent event) {
			this.events.add(event);
		}

		@EventListener
		void onEvent(AbstractAuthenticationEvent event) {
			this.events.add(event);
		}

		<T> List<T> takeAll(Class<T> type) {
			return this.events.stream().filter(type::isInstance).map(type::cast).toList();
		}

		void clear() {
			this.events.clear();
		}

	}

}
