package dev.authgate.session;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.RejectionReason;
import dev.authgate.TokenAction;
import dev.authgate.contract.HostileTexts;
import dev.authgate.contract.session.Together;
import dev.authgate.secret.Secret;
import dev.authgate.session.RefreshResult.Beside;
import dev.authgate.session.RefreshResult.Refreshed;
import dev.authgate.session.RefreshResult.Refused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Refresh tokens of browsers that are remembered.
 */
class RememberedTokensTests {

	private static final Duration BESIDE = Duration.ofSeconds(10);

	private static final Refused UNKNOWN = new Refused(RejectionReason.UNKNOWN);

	private final TestSessionApp app = new TestSessionApp(Duration.ZERO);

	@Test
	void whenUsedThenTheNextOneIsGood() {
		Refreshed first = (Refreshed) this.app.resume(this.app.remembered().refreshToken());
		assertThat(this.app.resume(first.next())).isInstanceOf(Refreshed.class);
	}

	/**
	 * A token of a client must not become a login, which may do all that its user may.
	 */
	@Test
	void whenTokenIsOfAClientThenUnknownAndStillGoodForIt() {
		Secret token = this.app.login(Set.of("threads:read")).refreshToken();
		assertThat(this.app.resume(token)).isEqualTo(UNKNOWN);
		assertThat(this.app.refresh(token)).isInstanceOf(Refreshed.class);
	}

	@Test
	void whenTokenIsOfABrowserThenUnknownToClientsAndStillGoodForIt() {
		Secret token = this.app.remembered().refreshToken();
		assertThat(this.app.refresh(token)).isEqualTo(UNKNOWN);
		assertThat(this.app.resume(token)).isInstanceOf(Refreshed.class);
	}

	@Test
	void whenUsedTokenIsSentToTheOtherKindThenTheSessionGoesOn() {
		Secret token = this.app.remembered().refreshToken();
		Refreshed first = (Refreshed) this.app.resume(token);
		assertThat(this.app.refresh(token)).isEqualTo(UNKNOWN);
		assertThat(this.app.resume(first.next())).isInstanceOf(Refreshed.class);
	}

	@Test
	void whenSessionHasAScopeThenUnknown() {
		Secret token = this.app.open(SessionKind.REMEMBERED, Set.of("threads:read")).refreshToken();
		assertThat(this.app.resume(token)).isEqualTo(UNKNOWN);
	}

	@Test
	void whenTextIsHostileThenUnknown() {
		assertThat(HostileTexts.all())
			.allSatisfy((text) -> assertThat(this.app.resume(Secret.of(text))).isEqualTo(UNKNOWN));
	}

	/** Of requests at once, at two nodes, one gets the next token and none is a thief. */
	@Test
	void whenManyUseOneTokenAtTwoNodesThenOneIsExchangedAndTheOthersAreBeside() {
		List<RefreshTokens> nodes = List.of(this.app.tokens, this.app.otherNode());
		for (int round = 0; round < 20; round++) {
			Secret token = this.app.remembered().refreshToken();
			AtomicInteger turn = new AtomicInteger();
			List<RefreshResult> results = Together.run(16,
					() -> nodes.get(turn.getAndIncrement() % 2).refreshRemembered(token, BESIDE, ""));
			assertThat(results).filteredOn(Refreshed.class::isInstance).hasSize(1);
			assertThat(results).filteredOn(Beside.class::isInstance).hasSize(15);
		}
		assertThat(this.app.actions()).doesNotContain(TokenAction.REUSED);
	}

	@Test
	void whenUsedBesideThenTheNextOneIsStillGood() {
		Secret token = this.app.remembered().refreshToken();
		Refreshed first = (Refreshed) this.app.resume(token);
		this.app.clock.pass(BESIDE.minusMillis(1));
		assertThat(this.app.resume(token)).isInstanceOf(Beside.class);
		assertThat(this.app.resume(first.next())).isInstanceOf(Refreshed.class);
	}

	@Test
	void whenUsedAgainLaterThenTheSessionEnds() {
		Secret token = this.app.remembered().refreshToken();
		Refreshed first = (Refreshed) this.app.resume(token);
		this.app.clock.pass(BESIDE);
		assertThat(this.app.resume(token)).isEqualTo(new Refused(RejectionReason.REVOKED, "huginn"));
		assertThat(this.app.resume(first.next())).isEqualTo(UNKNOWN);
		assertThat(this.app.actions()).contains(TokenAction.REUSED);
	}

	/** The time of grace of clients does not hold here. */
	@Test
	void whenClientsHaveATimeOfGraceThenTheTokenIsNotExchangedTwice() {
		TestSessionApp lenient = new TestSessionApp(Duration.ofMinutes(1));
		Secret token = lenient.remembered().refreshToken();
		lenient.resume(token);
		assertThat(lenient.resume(token)).isInstanceOf(Beside.class);
		lenient.clock.pass(BESIDE);
		assertThat(lenient.resume(token)).isEqualTo(new Refused(RejectionReason.REVOKED, "huginn"));
	}

	/** K19. */
	@Test
	void whenUserIsDisabledThenRefusedAlsoBeside() {
		Secret token = this.app.remembered().refreshToken();
		this.app.resume(token);
		this.app.disabled.add("huginn");
		assertThat(this.app.resume(token)).isEqualTo(new Refused(RejectionReason.DISABLED, "huginn"));
	}

	/** E18. */
	@Test
	void whenUserWasRevokedThenRefusedAlsoBeside() {
		Secret token = this.app.remembered().refreshToken();
		this.app.resume(token);
		this.app.revocations.revokeUser("huginn");
		assertThat(this.app.resume(token)).isEqualTo(new Refused(RejectionReason.REVOKED, "huginn"));
	}

	/** What a session of a browser has issued is its servlet session. */
	@Test
	void whenEndedThenRememberedForAsLongAsAServletSessionLasts() {
		Session session = this.app.remembered().session();
		assertThat(this.app.sessions.rules().retentionOf(session)).isEqualTo(Duration.ofMinutes(30));
		assertThat(this.app.sessions.rules().retentionOf(this.app.login().session())).isEqualTo(Duration.ofMinutes(15));
	}

}
