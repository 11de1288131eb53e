package dev.authgate;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * B10, B15: validators that answer later.
 */
class AsyncTokenValidatorTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(1);

	@Test
	void whenStageIsCompleteThenItsUser() {
		assertThat(waiting((token) -> CompletableFuture.completedFuture(AuthUser.of(token))).validate("huginn").id())
			.isEqualTo("huginn");
	}

	@Test
	void whenStageCompletesOnAnotherThreadThenItsUser() {
		assertThat(waiting((token) -> CompletableFuture.supplyAsync(() -> AuthUser.of(token))).validate("huginn").id())
			.isEqualTo("huginn");
	}

	@Test
	void whenStageRefusesThenSameRefusal() {
		AuthException refusal = new AuthException("Not you", 403);
		assertThatExceptionOfType(AuthException.class)
			.isThrownBy(() -> waiting((token) -> CompletableFuture.failedFuture(refusal)).validate("x"))
			.isSameAs(refusal);
	}

	@Test
	void whenRefusalIsWrappedThenUnwrapped() {
		AuthException refusal = new AuthException("Not you");
		assertThatExceptionOfType(AuthException.class)
			.isThrownBy(() -> waiting((token) -> CompletableFuture.supplyAsync(() -> {
				throw new CompletionException(new CompletionException(refusal));
			})).validate("x"))
			.isSameAs(refusal);
	}

	@Test
	void whenStageFailsOtherwiseThenNoRefusal() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> waiting((token) -> CompletableFuture.failedFuture(new UnsupportedOperationException()))
				.validate("x"));
		assertThatIllegalStateException()
			.isThrownBy(() -> waiting((token) -> CompletableFuture.failedFuture(new java.io.IOException("canary")))
				.validate("x"))
			.withMessageNotContaining("canary");
	}

	@Test
	void whenStageIsNeverCompleteThenGivenUp() {
		CompletableFuture<AuthUser> never = new CompletableFuture<>();
		AsyncTokenValidator validator = (token) -> never;
		assertThatIllegalStateException().isThrownBy(() -> validator.waiting(SHORT).validate("x"))
			.withMessage("The token validator did not answer in time");
		assertThat(never).isNotCancelled();
	}

	@Test
	void whenInterruptedThenGivenUpAndStillInterrupted() {
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(() -> waiting((token) -> new CompletableFuture<>()).validate("x"))
			.withMessageContaining("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 60_001 })
	void whenTimeIsOutOfRangeThenRefused(long millis) {
		AsyncTokenValidator validator = (token) -> new CompletableFuture<>();
		assertThatIllegalArgumentException().isThrownBy(() -> validator.waiting(Duration.ofMillis(millis)));
	}

	private static TokenValidator waiting(AsyncTokenValidator validator) {
		return validator.waiting(LONG);
	}

}
