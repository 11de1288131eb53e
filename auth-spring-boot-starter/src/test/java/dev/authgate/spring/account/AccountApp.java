package dev.authgate.spring.account;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.AuthEvent;
import dev.authgate.account.Account;
import dev.authgate.account.change.AccountMessages;
import dev.authgate.secret.Secret;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * An application with all endpoints of accounts, and a client of it.
 */
final class AccountApp {

	static final String PASSWORD = "a fine long passphrase";

	static final String ROOT_PASSWORD = "correct horse battery";

	private final Wire wire;

	private AccountApp(Wire wire) {
		this.wire = wire;
	}

	static TestApp describe() {
		TestApp app = TestApp.bare(Post.class)
			.tokens()
			.with("authgate.default-authenticator=jwt", "authgate.login.token=true",
					"authgate.users.registration.open=true", "authgate.users.updatable=color, email",
					"authgate.users.password.min-length=15", "authgate.endpoints.sessions.enabled=true",
					"authgate.refresh.enabled=true", "authgate.users.throttle.register=1000/1h",
					"authgate.users.throttle.reset=1000/1h", "authgate.users.throttle.address=1000/1h",
					"authgate.users.accounts[0].username=root",
					"authgate.users.accounts[0].password={bcrypt}$2a$04$RsS9GSQkS3B2M4M00Xw6I.v1Kyu4eAXcbuaB6QkLsYVtkR5/eAZny",
					"authgate.users.accounts[0].permissions=admin:read, admin:write");
		for (String name : List.of("me", "users", "register", "password", "reset", "verify")) {
			app.with("authgate.endpoints." + name + ".enabled=true");
		}
		return app;
	}

	static AccountApp of(TestApp app) {
		return new AccountApp(Wire.to(app.port()));
	}

	Reply register(String username, String more) {
		return json("POST /auth/register", "{\"username\":\"%s\",\"password\":\"%s\"%s}", username, PASSWORD, more);
	}

	Reply logIn(String username, String password) {
		return json("POST /login", "{\"username\":\"%s\",\"password\":\"%s\"}", username, password);
	}

	String tokenOf(String username) {
		return tokenOf(username, PASSWORD);
	}

	String tokenOf(String username, String password) {
		return "Authorization: Bearer " + JsonPath.read(logIn(username, password).body(), "$.token");
	}

	Reply json(String request, String body, Object... values) {
		return this.wire.json(request, body.formatted(values));
	}

	Reply jsonAs(String token, String request, String body) {
		return this.wire.json(request, body, token);
	}

	Reply send(String request, String... headers) {
		return this.wire.send(request, headers);
	}

	/**
	 * Takes the place of the mail, and hears of all events.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Post {

		final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

		final List<AuthEvent> events = new CopyOnWriteArrayList<>();

		@Bean
		AccountMessages messages() {
			return new AccountMessages() {
				@Override
				public void sendReset(Account account, Secret token) {
					Post.this.sent.add(token.reveal());
				}

				@Override
				public void sendVerification(Account account, Secret token) {
					Post.this.sent.add(token.reveal());
				}
			};
		}

		String next() throws InterruptedException {
			String token = this.sent.poll(20, TimeUnit.SECONDS);
			return (token != null) ? token : "nothing was sent";
		}

		@EventListener
		void hear(AuthEvent event) {
			this.events.add(event);
		}

	}

}
