package dev.authgate.spring.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.authgate.contract.TestClock;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.Sessions;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins that outlast the browser.
 */
class RememberMeTests {

	private static final String SESSION = "__Host-session";

	private static final String REMEMBER = "__Host-remember";

	private TestApp app;

	private Browser browser;

	@BeforeEach
	void start() {
		this.app = BrowserApp.serving().with("authgate.login.remember-me.enabled=true").start();
		this.browser = new Browser(this.app.port());
	}

	@AfterEach
	void stop() {
		this.app.close();
	}

	@Test
	void whenAskedForThenCookieThatIsKept() {
		Reply login = stay();
		assertThat(login.headers("Set-Cookie")).filteredOn((cookie) -> cookie.startsWith(REMEMBER + "=rt_"))
			.singleElement()
			.asString()
			.contains("Path=/", "Max-Age=2592000", "Secure", "HttpOnly", "SameSite=Lax");
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
	}

	@Test
	void whenNotAskedForThenNoSuchCookie() {
		this.browser.logIn("ada");
		assertThat(this.browser.cookie(REMEMBER)).isNull();
		assertThat(this.browser.page("/login").body()).contains("name=\"remember-me\"");
	}

	/**
	 * The servlet session is gone: another begins, and the cookie is used up.
	 */
	@Test
	void whenSessionIsGoneThenLoginGoesOn() {
		stay();
		String session = this.browser.session();
		String token = this.browser.cookie(REMEMBER);
		assertThat(this.browser.without(SESSION).page("/dashboard").body()).isEqualTo("<h1>Welcome, ada!</h1>");
		assertThat(this.browser.session()).isNotEqualTo(session);
		assertThat(this.browser.cookie(REMEMBER)).isNotEqualTo(token);
		assertThat(this.app.bean(Sessions.class).of("ada")).hasSize(1);
	}

	/**
	 * The login goes on after the time of one session, and not after its own.
	 */
	@Test
	void whenTimePassesThenUntilRefreshTokenExpires() {
		stay();
		this.app.bean(TestClock.class).pass(Duration.ofDays(29));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
		this.app.bean(TestClock.class).pass(Duration.ofDays(31));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
	}

	/**
	 * A browser sends one cookie with several requests at once.
	 */
	@Test
	void whenCookieIsSentManyTimesAtOnceThenOneIsReplaced() throws Exception {
		stay();
		String token = Objects.requireNonNull(this.browser.cookie(REMEMBER));
		Callable<Reply> request = () -> new Browser(this.app.port()).with(REMEMBER, token).page("/dashboard");
		ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			List<Reply> replies = new ArrayList<>();
			for (Future<Reply> reply : pool.invokeAll(Collections.nCopies(16, request))) {
				replies.add(reply.get());
			}
			assertThat(replies).allSatisfy((reply) -> assertThat(reply.status()).isEqualTo(200));
			assertThat(replies).filteredOn((reply) -> reply.headers("Set-Cookie").toString().contains(REMEMBER))
				.hasSize(1);
		}
		finally {
			pool.shutdownNow();
		}
	}

	/**
	 * A cookie that was used long before was stolen, from one or from the other.
	 */
	@Test
	void whenUsedCookieComesBackLaterThenLoginEnds() {
		stay();
		String token = Objects.requireNonNull(this.browser.cookie(REMEMBER));
		this.browser.without(SESSION).page("/dashboard");
		this.app.bean(TestClock.class).pass(Duration.ofSeconds(11));
		Browser thief = new Browser(this.app.port()).with(REMEMBER, token);
		assertThat(thief.page("/dashboard").status()).isEqualTo(302);
		assertThat(thief.cookie(REMEMBER)).isNull();
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(this.browser.without(SESSION).page("/dashboard").status()).isEqualTo(302);
	}

	@Test
	void whenRequestChangesSomethingThenCookieIsNotUsed() {
		stay();
		String token = this.browser.cookie(REMEMBER);
		assertThat(this.browser.without(SESSION).form("/notes", "text", "x").status()).isEqualTo(401);
		assertThat(this.browser.cookie(REMEMBER)).isEqualTo(token);
	}

	@Test
	void whenLoggedOutThenLoginIsForgotten() {
		stay();
		String token = Objects.requireNonNull(this.browser.cookie(REMEMBER));
		this.browser.form("/logout", "_csrf", this.browser.get("/csrf").body());
		assertThat(this.browser.cookie(REMEMBER)).isNull();
		assertThat(new Browser(this.app.port()).with(REMEMBER, token).page("/dashboard").status()).isEqualTo(302);
	}

	/**
	 * Also where the servlet session is gone already.
	 */
	@Test
	void whenLoggedOutWithoutSessionThenLoginIsForgotten() {
		stay();
		this.browser.without(SESSION).form("/logout", "x", "y");
		assertThat(this.browser.cookie(REMEMBER)).isNull();
		assertThat(this.app.bean(Sessions.class).of("ada")).isEmpty();
	}

	@Test
	void whenLoggedInAgainThenLoginBeforeEnds() {
		stay();
		this.browser.without(SESSION).logIn("root");
		assertThat(this.app.bean(Sessions.class).of("ada")).isEmpty();
	}

	@Test
	void whenCookieIsMadeUpThenAnonymous() {
		this.browser.with(REMEMBER, "rt_" + "A".repeat(76));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(this.browser.cookie(REMEMBER)).isNull();
		assertThat(this.browser.with(REMEMBER, "junk").get("/hello").body()).isEqualTo("hello stranger");
	}

	@Test
	void whenLoggedOutEverywhereThenLoginIsForgotten() {
		stay();
		this.app.bean(TestClock.class).pass(Duration.ofSeconds(1));
		this.app.bean(Sessions.class).endAll("ada", null);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(this.browser.without(SESSION).page("/dashboard").status()).isEqualTo(302);
	}

	/**
	 * The account is changing: the epoch has moved, and the session follows in a moment.
	 */
	@Test
	void whenAccountIsChangingThenLoginIsNotForgotten() {
		stay();
		String token = this.browser.cookie(REMEMBER);
		this.app.bean(TestClock.class).pass(Duration.ofSeconds(1));
		this.app.bean(Revocations.class).revokeUser("ada");
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(this.browser.cookie(REMEMBER)).isEqualTo(token);
	}

	/**
	 * A session that was used all day is over, and the login is not.
	 */
	@Test
	void whenSessionIsOverThenLoginGoesOnInAnother() {
		stay();
		String session = this.browser.session();
		this.app.bean(TestClock.class).pass(Duration.ofHours(13));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
		assertThat(this.browser.session()).isNotEqualTo(session);
	}

	private Reply stay() {
		return this.browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "remember-me", "on");
	}

}
