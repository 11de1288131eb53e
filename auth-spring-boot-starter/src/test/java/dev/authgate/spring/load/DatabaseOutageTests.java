package dev.authgate.spring.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import dev.authgate.revocation.Revocations;
import dev.authgate.spring.load.Answer.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database is stopped and started again while clients log in, refresh, and use their
 * tokens and sessions.
 */
class DatabaseOutageTests {

	private static final Set<Kind> WRITING = EnumSet.of(Kind.LOGIN, Kind.REFRESH, Kind.FORM);

	private static final Duration SLACK = Duration.ofMillis(200);

	@TempDir
	private static Path data;

	private static Outage outage;

	private static long sessions;

	@BeforeAll
	static void run() throws Exception {
		outage = new Outage(data);
		outage.run();
		sessions = outage.count("TRUE");
	}

	@AfterAll
	static void close() throws IOException {
		outage.close();
	}

	@Test
	void whenDatabaseIsThereThenAllIsGood() {
		assertThat(outage.before()).allMatch(Answer::isGood).extracting(Answer::kind).contains(Kind.values());
	}

	@Test
	void whenDatabaseIsLostThenNobodyLogsInOrRefreshes() {
		assertThat(outage.whileLost(Duration.ZERO)).filteredOn((answer) -> WRITING.contains(answer.kind()))
			.allMatch((answer) -> answer.status() == 503)
			.extracting(Answer::kind)
			.contains(WRITING.toArray(Kind[]::new));
	}

	@Test
	void whenKnowledgeOfRevocationsIsOldThenNoCredentialIsTaken() {
		assertThat(outage.whileLost(Revocations.MAX_AGE.plus(SLACK))).allMatch((answer) -> answer.status() == 503)
			.extracting(Answer::kind)
			.contains(Kind.TOKEN, Kind.PAGE);
	}

	@Test
	void whenDatabaseIsStoppedAndStartedThenGoodOrUnavailableAndNothingElse() {
		assertThat(outage.answers()).allMatch((answer) -> answer.isGood() || answer.status() == 503);
	}

	@Test
	void whenDatabaseIsLostThenAnswersComeSoon() {
		assertThat(outage.answers()).allMatch((answer) -> answer.millis() < 6_000);
	}

	@Test
	void whenDatabaseIsBackThenAllIsGoodWithoutRestart() {
		assertThat(outage.allIsGood()).isTrue();
	}

	@Test
	void whenDatabaseWasLostThenEverySessionIsWhole() {
		assertThat(outage.count("(kind = 'CLIENT') <> (refresh_family IS NOT NULL)")).isZero();
		assertThat(outage.count("(refresh_family IS NULL) <> (refresh_current IS NULL)")).isZero();
	}

	/**
	 * Besides those that were answered: what was being written when the answer was lost.
	 */
	@Test
	void whenDatabaseWasLostThenSessionsAreThoseThatWereAnswered() {
		long answered = outage.answers()
			.filter((answer) -> answer.isGood() && EnumSet.of(Kind.LOGIN, Kind.FORM).contains(answer.kind()))
			.count();
		assertThat(sessions).isBetween(answered, answered + Outage.CUSTOMERS);
	}

	@Test
	void whenRefreshTokenWasAnsweredThenItIsGoodOnceAndNotTwice() {
		assertThat(outage.customers())
			.allSatisfy((customer) -> assertThat(customer.refreshTokens()).isNotEmpty().allSatisfy((token) -> {
				assertThat(customer.refresh(token).status()).isEqualTo(200);
				assertThat(customer.refresh(token).status()).isEqualTo(401);
			}));
	}

}
