package dev.authgate.spring.session;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestClock;
import dev.authgate.contract.session.TestSessions;
import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.InMemorySessionStore;
import dev.authgate.session.SessionRules;
import dev.authgate.session.Sessions;
import dev.authgate.session.user.SessionUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

import jakarta.servlet.http.HttpSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What containers do that ours does not, or seldom.
 */
class BrowserSessionsTests {

	private final TestClock clock = new TestClock();

	private final AtomicReference<AuthUser> account = new AtomicReference<>(AuthUser.of("ada", "threads:read"));

	private final BrowserSessions sessions = sessions();

	@Test
	void whenContainerAdoptsTheIdThatWasAskedForThenItIsChanged() {
		MockHttpServletRequest request = requestWith(new MockHttpSession(null, "planted"));
		request.setRequestedSessionId("planted");
		begin(request);
		assertThat(Objects.requireNonNull(request.getSession(true)).getId()).isNotEqualTo("planted");
	}

	@Test
	void whenIdIsNewThenItStays() {
		MockHttpServletRequest request = requestWith(new MockHttpSession(null, "fresh"));
		request.setRequestedSessionId("planted");
		begin(request);
		assertThat(Objects.requireNonNull(request.getSession(true)).getId()).isEqualTo("fresh");
	}

	/** A logout beside the request that reads the account again. */
	@Test
	void whenSessionEndsWhileTheAccountIsReadThenEnded() {
		Ending session = new Ending();
		begin(requestWith(session));
		this.account.set(AuthUser.of("ada"));
		this.clock.pass(Duration.ofMinutes(1));
		session.ends = true;
		assertThat(this.sessions.stateOf(session)).isEqualTo(new LoginState.Ended(RejectionReason.REVOKED));
	}

	@Test
	void whenAccountIsAsBeforeThenTheSameLogin() {
		MockHttpSession session = new MockHttpSession();
		begin(requestWith(session));
		LoginState before = this.sessions.stateOf(session);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(this.sessions.stateOf(session)).isInstanceOf(KnownLogin.class).isSameAs(before);
	}

	private void begin(MockHttpServletRequest request) {
		this.sessions.begin(new NewLogin(this.account.get(), Set.of(), 0, "203.0.113.7"), request);
	}

	private static MockHttpServletRequest requestWith(MockHttpSession begun) {
		return new MockHttpServletRequest() {

			@Override
			public @Nullable HttpSession getSession(boolean create) {
				return create ? begun : null;
			}

			@Override
			public String changeSessionId() {
				return begun.changeSessionId();
			}

		};
	}

	private BrowserSessions sessions() {
		Revocations revocations = new Revocations(new InMemoryRevocationStore(), Duration.ofDays(90), this.clock);
		SessionRules rules = TestSessions.rules(Duration.ZERO);
		Sessions list = new Sessions(new InMemorySessionStore(10), revocations, rules, (event) -> {
		}, this.clock);
		SessionServices services = new SessionServices(list, revocations,
				(id) -> new SessionUser(this.account.get(), Set.of(), PermissionSet.of()), rules.browser());
		return new BrowserSessions(services, Grants.open(), this.clock);
	}

	private static final class Ending extends MockHttpSession {

		private boolean ends;

		@Override
		public void setAttribute(String name, @Nullable Object value) {
			if (this.ends) {
				throw new IllegalStateException("The session has ended");
			}
			super.setAttribute(name, value);
		}

	}

}
