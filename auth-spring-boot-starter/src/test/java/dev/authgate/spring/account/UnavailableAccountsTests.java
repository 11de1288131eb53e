package dev.authgate.spring.account;

import java.lang.reflect.Proxy;
import java.util.List;

import dev.authgate.account.AccountRepository;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered while accounts or counts of attempts cannot be reached.
 */
class UnavailableAccountsTests {

	@RegisterExtension
	static final TestApp app = AccountApp.describe()
		.and(Failing.class)
		.with("authgate.users.registration.permissions=admin:read, admin:write");

	private AccountApp client;

	private String token;

	private Failing failing;

	@BeforeEach
	void connect() {
		this.client = AccountApp.of(app);
		this.client.register("ada", "");
		this.token = this.client.tokenOf("ada");
		this.failing = app.bean(Failing.class);
	}

	@AfterEach
	void recover() {
		this.failing.repository = false;
		this.failing.throttle = false;
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /auth/me", "GET /auth/users", "DELETE /auth/users/someone" })
	void whenRepositoryFailsThenUnavailable(String request) {
		this.failing.repository = true;
		unavailable(this.client.send(request, this.token));
	}

	@Test
	void whenRepositoryFailsThenNothingIsWritten() {
		this.failing.repository = true;
		unavailable(this.client.jsonAs(this.token, "PATCH /auth/me", "{\"color\":\"red\"}"));
		unavailable(this.client.jsonAs(this.token, "PATCH /auth/users/someone", "{\"enabled\":false}"));
		unavailable(this.client.register("eve", ""));
		unavailable(this.client.jsonAs(this.token, "POST /auth/password",
				"{\"current\":\"%s\",\"new\":\"another long passphrase\"}".formatted(AccountApp.PASSWORD)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST /auth/reset/request", "POST /auth/verify/request" })
	void whenThrottleFailsThenUnavailable(String request) {
		this.failing.throttle = true;
		unavailable(this.client.json(request, "{\"email\":\"ada@example.com\"}"));
		unavailable(this.client.register("eve", ""));
		unavailable(this.client.jsonAs(this.token, "PATCH /auth/me", "{\"email\":\"ada@example.com\"}"));
	}

	private static void unavailable(Reply reply) {
		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.body()).contains("\"code\":\"unavailable\"").doesNotContain("lost");
	}

	/**
	 * Accounts and counts that fail when they are told to.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Failing {

		volatile boolean repository;

		volatile boolean throttle;

		@Bean
		AccountRepository accounts() {
			InMemoryAccountStore accounts = new InMemoryAccountStore(List.of());
			return (AccountRepository) Proxy.newProxyInstance(getClass().getClassLoader(),
					new Class<?>[] { AccountRepository.class }, (proxy, method, arguments) -> {
						if (this.repository) {
							throw new DataAccessResourceFailureException("lost");
						}
						return method.invoke(accounts, arguments);
					});
		}

		@Bean
		Throttle throttle() {
			return (kind, account, address) -> {
				if (this.throttle) {
					throw new DataAccessResourceFailureException("lost");
				}
				return Throttle.none().attempt(kind, account, address);
			};
		}

	}

}
