package dev.authgate.spring.browser;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.Caller;
import dev.authgate.account.Actor;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.revocation.LogoutEverywhere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * E18, K14: after a logout everywhere nothing of the user is good, whichever door it went
 * through.
 */
class LogoutEverywhereTests {

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving(Page.class)
		.tokens()
		.with("authgate.default-authenticator=session, jwt", "authgate.login.token=true",
				"authgate.login.remember-me.enabled=true", "authgate.refresh.enabled=true",
				"authgate.endpoints.sessions.enabled=true");

	private static final String ENDPOINT = "DELETE /auth/sessions";

	private static final String PAGE = "POST /account/everywhere";

	private static final String REMEMBER = "__Host-remember";

	private final List<AuthEvent> events = APP.bean(BrowserApp.Heard.class).all();

	private Reply client;

	@BeforeEach
	void logIn() {
		this.client = clientOf("ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { ENDPOINT, PAGE })
	void whenLoggedOutEverywhereThenTokensOfAllClientsAreVoid(String door) {
		Reply other = clientOf("ada");
		through(door);
		for (Reply login : List.of(this.client, other)) {
			assertThat(send("GET /auth/sessions", login).status()).isEqualTo(401);
			assertThat(json("/auth/refresh", "{\"refresh_token\":\"" + member(login, "refresh_token") + "\"}").status())
				.isEqualTo(401);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ENDPOINT, PAGE })
	void whenLoggedOutEverywhereThenSessionsOfBrowsersHaveEnded(String door) {
		Browser browser = new Browser(APP.port());
		browser.logIn("ada");
		assertThat(browser.page("/dashboard").status()).isEqualTo(200);
		through(door);
		assertThat(browser.page("/dashboard").status()).isNotEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { ENDPOINT, PAGE })
	void whenLoggedOutEverywhereThenNoLoginIsRemembered(String door) {
		Browser browser = new Browser(APP.port());
		browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "remember-me", "on");
		browser.without("__Host-session");
		through(door);
		assertThat(browser.cookies()).containsExactly(REMEMBER);
		assertThat(browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(browser.cookies()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { ENDPOINT, PAGE })
	void whenLoggedOutEverywhereThenOthersStayAndTheUserMayComeBack(String door) {
		Reply root = clientOf("root");
		through(door);
		assertThat(send("GET /auth/sessions", root).status()).isEqualTo(200);
		assertThat(send("GET /auth/sessions", clientOf("ada")).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { ENDPOINT, PAGE })
	void whenLoggedOutEverywhereThenToldOnce(String door) {
		this.events.clear();
		through(door);
		assertThat(this.events).filteredOn(AccountChanged.class::isInstance)
			.containsExactly(new AccountChanged(AccountAction.LOGGED_OUT_EVERYWHERE, "ada", "ada", "127.0.0.1"));
	}

	private void through(String door) {
		assertThat(send(door, this.client).status()).isBetween(200, 204);
	}

	private static Reply clientOf(String name) {
		return json("/login", "{\"username\":\"" + name + "\",\"password\":\"" + Browser.PASSWORD + "\"}");
	}

	private static Reply send(String request, Reply login) {
		return new Browser(APP.port()).exchange(request, "", "Authorization: Bearer " + member(login, "token"));
	}

	private static Reply json(String path, String body) {
		return new Browser(APP.port()).exchange("POST " + path, body, "Content-Type: application/json");
	}

	private static String member(Reply reply, String name) {
		return JsonPath.read(reply.body(), "$." + name);
	}

	/**
	 * A page of an application's own.
	 */
	@RestController
	static class Page {

		private final LogoutEverywhere everywhere;

		Page(LogoutEverywhere everywhere) {
			this.everywhere = everywhere;
		}

		@PostMapping("/account/everywhere")
		void logOut(Caller caller) {
			this.everywhere.logOut(caller.user().id(), new Actor(caller.user().id(), "127.0.0.1"));
		}

	}

}
