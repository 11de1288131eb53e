package dev.authgate.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.authgate.AuthException;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.RejectionReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What every authenticator does, whatever its kind of credential.
 */
public abstract class AuthenticatorContract {

	private static final int THREADS = 8;

	private static final int REQUESTS_PER_THREAD = 200;

	/**
	 * Makes the authenticator to be checked.
	 * @return an authenticator that accepts {@link #credential()}
	 */
	protected abstract Authenticator authenticator();

	/**
	 * Gives a good credential.
	 * @return the confidential text of it
	 */
	protected abstract String credential();

	/**
	 * Puts a text where this kind of credential is sent.
	 * @param credential any text
	 * @return the request
	 */
	protected abstract TestRequest requestWith(String credential);

	/**
	 * Gives requests whose credential is present and wrong, each in another way.
	 * @return the requests
	 */
	protected abstract List<TestRequest> badRequests();

	@Test
	void whenCredentialIsMissingThenNotPresent() {
		assertThat(authenticator().authenticate(TestRequests.anonymous())).isInstanceOf(NotPresent.class);
	}

	@Test
	void whenCredentialIsGoodThenAuthenticated() {
		assertThat(authenticate(credential())).isInstanceOf(Authenticated.class);
	}

	@Test
	void whenAuthenticatedThenCallerNamesAuthenticator() {
		Authenticated result = (Authenticated) authenticate(credential());
		assertThat(result.caller().authenticator()).isEqualTo(authenticator().name()).isNotEmpty();
	}

	@Test
	void whenCredentialIsBadThenRejected() {
		assertThat(badRequests()).isNotEmpty()
			.allSatisfy((request) -> assertThat(answer(authenticator(), request)).isInstanceOf(Rejected.class));
	}

	@Test
	void whenCredentialIsSentTwiceThenRejected() {
		TestRequest twice = requestWith(credential()).doubled();
		assertThat(authenticator().authenticate(twice)).isInstanceOf(Rejected.class);
	}

	@Test
	void whenInputIsHostileThenNeitherAuthenticatedNorThrown() {
		assertThat(HostileTexts.all())
			.allSatisfy((text) -> assertThat(authenticate(text)).isNotInstanceOf(Authenticated.class));
	}

	@Test
	void whenGoodCredentialIsSpelledOtherwiseThenNotAuthenticated() {
		assertThat(HostileTexts.spellingsOf(credential()))
			.allSatisfy((text) -> assertThat(authenticate(text)).isNotInstanceOf(Authenticated.class));
	}

	@Test
	void whenPrintedThenCredentialIsHidden() {
		assertThat(authenticator().toString()).doesNotContain(credential());
		assertThat(authenticate(credential()).toString()).doesNotContain(credential());
		assertThat(authenticate(credential() + "x").toString()).doesNotContain(credential());
	}

	@Test
	void whenChallengeIsGivenThenHeaderIsOneLine() {
		Challenge challenge = authenticator().challenge();
		assertThat((challenge != null) ? challenge.header() : "none").matches("[ -~]+");
	}

	@Test
	void whenAskedByManyThreadsThenEachGetsItsOwnAnswer() throws Exception {
		Authenticator shared = authenticator();
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Boolean>> all = Collections.nCopies(THREADS, () -> alternates(shared));
			List<Boolean> answers = new ArrayList<>();
			for (Future<Boolean> answer : pool.invokeAll(all)) {
				answers.add(answer.get());
			}
			assertThat(answers).hasSize(THREADS).containsOnly(true);
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void whenFollowedThenCallerIsTheSameWhileNothingChanges() {
		Followed followed = followed();
		assertThat(followed.credential().caller()).isSameAs(followed.caller());
		assertThat(followed.credential().caller()).isSameAs(followed.caller());
	}

	@Test
	void whenFollowedIsPrintedThenCredentialIsHidden() {
		assertThat(followed().credential().toString()).doesNotContain(credential());
	}

	private Followed followed() {
		Authenticator authenticator = authenticator();
		TestRequest request = requestWith(credential());
		Caller caller = ((Authenticated) authenticator.authenticate(request)).caller();
		LiveCredential followed = (authenticator instanceof LiveAuthenticator live) ? live.follow(request, caller)
				: null;
		assumeThat(followed).as("credentials that can be followed").isNotNull();
		return new Followed(caller, Objects.requireNonNull(followed));
	}

	private boolean alternates(Authenticator shared) {
		TestRequest good = requestWith(credential());
		TestRequest bad = badRequests().get(0);
		for (int i = 0; i < REQUESTS_PER_THREAD; i++) {
			if (!(shared.authenticate(good) instanceof Authenticated) || answer(shared, bad) instanceof Authenticated) {
				return false;
			}
		}
		return true;
	}

	private AuthenticationResult authenticate(String credential) {
		return answer(authenticator(), requestWith(credential));
	}

	private static AuthenticationResult answer(Authenticator authenticator, TestRequest request) {
		try {
			return authenticator.authenticate(request);
		}
		catch (AuthException ex) {
			return AuthenticationResult.rejected(RejectionReason.UNKNOWN);
		}
	}

	private record Followed(Caller caller, LiveCredential credential) {
	}

}
