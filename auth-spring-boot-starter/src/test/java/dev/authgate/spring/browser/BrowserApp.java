package dev.authgate.spring.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.authgate.AuthEvent;
import dev.authgate.contract.TestClock;
import dev.authgate.spring.app.TestApp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Applications with people in them.
 */
final class BrowserApp {

	static final String HASH = "{bcrypt}$2a$04$RsS9GSQkS3B2M4M00Xw6I.v1Kyu4eAXcbuaB6QkLsYVtkR5/eAZny";

	private BrowserApp() {
	}

	/**
	 * Describes an application with a form login and a few accounts.
	 */
	static TestApp serving(Class<?>... sources) {
		return TestApp.serving(sources)
			.and(Pages.class, Parts.class)
			.with("authgate.default-authenticator=session", "authgate.login.form=true",
					"authgate.login.success-url=/dashboard", "authgate.users.throttle.enabled=false",
					"authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=" + HASH,
					"authgate.users.accounts[0].permissions=threads:read", "authgate.users.accounts[1].username=root",
					"authgate.users.accounts[1].password=" + HASH, "authgate.users.accounts[1].roles=admin",
					"authgate.users.accounts[2].username=eve", "authgate.users.accounts[2].password=" + HASH,
					"authgate.users.accounts[2].enabled=false");
	}

	@Configuration(proxyBeanMethods = false)
	static class Parts {

		@Bean
		TestClock clock() {
			return new TestClock();
		}

		@Bean
		Heard heard() {
			return new Heard();
		}

	}

	/**
	 * What an audit log would know.
	 */
	static final class Heard {

		private final List<AuthEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void onEvent(AuthEvent event) {
			this.events.add(event);
		}

		List<AuthEvent> all() {
			return this.events;
		}

	}

}
