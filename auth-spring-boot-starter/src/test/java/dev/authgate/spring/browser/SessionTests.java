package dev.authgate.spring.browser;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.RejectionReason;
import dev.authgate.TokenAction;
import dev.authgate.contract.TestClock;
import dev.authgate.session.Session;
import dev.authgate.session.Sessions;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of the container over a real connection.
 */
class SessionTests {

	private TestApp app;

	private Browser browser;

	@BeforeEach
	void start() {
		this.app = BrowserApp.serving().with("authgate.session.max-per-user=2").start();
		this.browser = new Browser(this.app.port());
	}

	@AfterEach
	void stop() {
		this.app.close();
	}

	/**
	 * K7, F26: the cookie is hidden from scripts, secure, and of this host alone.
	 */
	@Test
	void whenLoggedInThenCookieIsSafe() {
		Browser.assertSafe(this.browser.logIn("ada").headers("Set-Cookie"));
	}

	/**
	 * K9: a made-up id is never adopted.
	 */
	@Test
	void whenIdIsUnknownThenNotAdopted() {
		this.browser.with("__Host-session", "0123456789ABCDEF0123456789ABCDEF").logIn("ada");
		assertThat(this.browser.session()).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
	}

	/**
	 * K9: the id changes at login, and nothing of the session before is inherited.
	 */
	@Test
	void whenSessionWasThereBeforeThenAnotherAtLogin() {
		this.browser.get("/anonymous-session");
		String before = this.browser.session();
		this.browser.logIn("ada");
		assertThat(this.browser.session()).isNotEqualTo(before);
		assertThat(this.browser.get("/basket").body()).isEqualTo("basket null");
		assertThat(new Browser(this.app.port()).with("__Host-session", before).page("/dashboard").status())
			.isEqualTo(302);
	}

	/**
	 * K9: who logs in again ends the session before.
	 */
	@Test
	void whenLoggedInAgainThenSessionBeforeEnds() {
		this.browser.logIn("ada");
		String before = this.browser.session();
		this.browser.logIn("root");
		assertThat(this.app.bean(Sessions.class).of("ada")).isEmpty();
		assertThat(new Browser(this.app.port()).with("__Host-session", before).page("/dashboard").status())
			.isEqualTo(302);
	}

	/**
	 * K4: an anonymous browser is sent to the login.
	 */
	@Test
	void whenNotLoggedInThenLogin() {
		Reply reply = this.browser.page("/dashboard");
		assertThat(reply.status()).isEqualTo(302);
		assertThat(reply.headers("Location")).containsExactly("/login?continue=%2Fdashboard");
		assertThat(reply.headers("Set-Cookie")).isEmpty();
	}

	/**
	 * A cookie of no session is no credential: a public page and an optional one show.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/open", "/hello" })
	void whenCookieIsOfNoSessionThenPageIsShown(String path) {
		assertThat(this.browser.with("__Host-session", "F".repeat(32)).get(path).status()).isEqualTo(200);
	}

	@Test
	void whenCookieIsOfNoSessionThenGuardedPageIsNot() {
		assertThat(this.browser.with("__Host-session", "F".repeat(32)).get("/mixed").status()).isEqualTo(401);
	}

	@Test
	void whenLoggedInThenOptionalPageKnows() {
		this.browser.logIn("ada");
		assertThat(this.browser.get("/hello").body()).isEqualTo("hello ada");
	}

	/**
	 * The caller has the permissions and roles of the account.
	 */
	@Test
	void whenLoggedInThenPermissionsAndRolesOfAccount() {
		this.browser.logIn("ada");
		assertThat(this.browser.get("/threads").status()).isEqualTo(200);
		assertThat(this.browser.page("/admin").status()).isEqualTo(403);
		assertThat(this.browser.logIn("root").status()).isEqualTo(303);
		assertThat(this.browser.get("/admin").status()).isEqualTo(200);
	}

	/**
	 * The caller is known by the id of its session in the list, which is no secret.
	 */
	@Test
	void whenLoggedInThenListed() {
		this.browser.exchange("POST /login", Browser.encoded("username", "ada", "password", Browser.PASSWORD),
				"Content-Type: application/x-www-form-urlencoded", "User-Agent: Lynx");
		Session session = onlySessionOf("ada");
		assertThat(session.origin().agent()).isEqualTo("Lynx");
		assertThat(session.id()).isNotEqualTo(this.browser.session());
		assertThat(this.browser.get("/caller").body()).contains("\"credentialId\":\"" + session.id() + "\"",
				"\"expiresAt\":\"2026-01-02T00:00:00.750Z\"");
	}

	/**
	 * K14: a session that was ended elsewhere is refused, and gone.
	 */
	@Test
	void whenSessionIsEndedElsewhereThenRefused() {
		this.browser.logIn("ada");
		this.app.bean(Sessions.class).end(onlySessionOf("ada"), TokenAction.REVOKED, "");
		assertThat(this.browser.get("/caller", "Sec-Fetch-Dest: empty").status()).isEqualTo(401);
		assertThat(this.app.bean(BrowserApp.Heard.class).all())
			.contains(new CredentialRejected("session", RejectionReason.REVOKED, "GET", "/caller", "127.0.0.1", null));
		assertThat(this.browser.get("/hello").body()).isEqualTo("hello stranger");
	}

	/**
	 * A person is sent to the login where a session was ended, as if there were none.
	 */
	@Test
	void whenSessionIsEndedElsewhereThenPageLeadsToLogin() {
		this.browser.logIn("ada");
		this.app.bean(Sessions.class).end(onlySessionOf("ada"), TokenAction.REVOKED, "");
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
	}

	/**
	 * K19, E18: everywhere at once.
	 */
	@Test
	void whenUserIsLoggedOutEverywhereThenRefused() {
		this.browser.logIn("ada");
		this.app.bean(TestClock.class).pass(Duration.ofSeconds(1));
		this.app.bean(Sessions.class).endAll("ada", null);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
	}

	/**
	 * However much it is used, a session ends.
	 */
	@Test
	void whenAbsoluteTimeoutIsOverThenRefused() {
		this.browser.logIn("ada");
		for (int i = 0; i < 23; i++) {
			this.app.bean(TestClock.class).pass(Duration.ofMinutes(29));
			assertThat(this.browser.get("/hello").body()).isEqualTo("hello ada");
		}
		this.app.bean(TestClock.class).pass(Duration.ofHours(1));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
	}

	/**
	 * K11: reading keeps a session alive, and writes it down once a minute.
	 */
	@Test
	void whenSessionIsReadThenItsEndMoves() {
		this.browser.logIn("ada");
		this.app.bean(TestClock.class).pass(Duration.ofSeconds(59));
		this.browser.get("/hello");
		assertThat(onlySessionOf("ada").revision()).isZero();
		this.app.bean(TestClock.class).pass(Duration.ofSeconds(1));
		this.browser.get("/hello");
		this.browser.get("/hello");
		assertThat(onlySessionOf("ada").revision()).isEqualTo(1);
		assertThat(onlySessionOf("ada").lifetime().lastUsedAt()).isEqualTo("2026-01-01T12:01:00.750Z");
	}

	@Test
	void whenSessionIsLeftUnusedThenRefused() {
		this.browser.logIn("ada");
		this.app.bean(TestClock.class).pass(Duration.ofMinutes(32));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
	}

	/**
	 * One login too many ends the one that was used longest ago.
	 */
	@Test
	void whenLimitIsReachedThenOldestEnds() {
		this.browser.logIn("ada");
		this.app.bean(TestClock.class).pass(Duration.ofMinutes(2));
		Browser second = new Browser(this.app.port());
		second.logIn("ada");
		new Browser(this.app.port()).logIn("ada");
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(second.page("/dashboard").status()).isEqualTo(200);
	}

	/**
	 * What stands in a session and is no login counts as none.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "junk", "{}", "[]", "null", "1", "{\"v\":2}", "{\"v\":1}", "{\"v\":\"1\"}",
			"{\"v\":1,\"sid\":\"x\",\"user\":\"ada\",\"data\":{},\"permissions\":[1],\"roles\":[],\"epoch\":0,\"login\":0,\"csrf\":\"x\"}",
			"{\"v\":1,\"v\":1}" })
	void whenLoginIsNoneThenAnonymous(String text) {
		this.browser.get("/junk?" + Browser.encoded("text", text));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(this.browser.get("/hello").body()).isEqualTo("hello stranger");
	}

	/**
	 * A session in the store of sessions that nobody opened is none.
	 */
	@Test
	void whenLoginIsForgedInSessionThenListIsAsked() {
		this.browser.get("/junk?" + Browser.encoded("text",
				"{\"v\":1,\"sid\":\"x\",\"user\":\"root\",\"data\":{},\"permissions\":[],\"roles\":[\"admin\"],\"epoch\":0,\"login\":1767268800000,\"csrf\":\"x\"}"));
		assertThat(this.browser.get("/admin", "Sec-Fetch-Dest: empty").status()).isEqualTo(401);
	}

	/**
	 * Requests with a key never get a session.
	 */
	@Test
	void whenCredentialIsInHeaderThenNoSession() {
		Reply reply = this.browser.get("/key", "X-API-Key: " + TestApp.READER);
		assertThat(reply.body()).isEqualTo("no session");
		assertThat(reply.headers("Set-Cookie")).isEmpty();
		assertThat(this.browser.get("/mixed", "X-API-Key: " + TestApp.READER).headers("Set-Cookie")).isEmpty();
	}

	/**
	 * Ids are taken from cookies alone.
	 */
	@Test
	void whenIdStandsInAddressThenNotTaken() {
		this.browser.logIn("ada");
		String id = this.browser.session();
		Browser other = new Browser(this.app.port());
		assertThat(other.page("/dashboard;__Host-session=" + id).status()).isIn(List.of(302, 400));
		assertThat(other.page("/dashboard;jsessionid=" + id).status()).isIn(List.of(302, 400));
		assertThat(other.page("/dashboard?__Host-session=" + id).status()).isEqualTo(302);
	}

	private Session onlySessionOf(String user) {
		List<Session> sessions = this.app.bean(Sessions.class).of(user);
		assertThat(sessions).hasSize(1);
		return Objects.requireNonNull(sessions.get(0));
	}

}
