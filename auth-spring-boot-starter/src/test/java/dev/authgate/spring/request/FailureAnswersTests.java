package dev.authgate.spring.request;

import java.util.stream.Stream;

import dev.authgate.AuthException;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.RefusalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.web.firewall.RequestRejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * O13: what fails closes, and what is refused on purpose is answered as it says.
 */
class FailureAnswersTests {

	private final FailureAnswers failures = new FailureAnswers();

	static Stream<RuntimeException> refusals() {
		return Stream.of(RefusalException.badRequest(), AuthException.forbidden("Not on Sundays"),
				new RequestRejectedException("header"));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whenRefusedOnPurposeThenAsItSays(RuntimeException refusal) {
		assertThat(thrownFor(refusal)).isSameAs(refusal);
	}

	@Test
	void whenPartFailsThenUnavailableWithoutItsMessage() {
		Throwable thrown = thrownFor(new IllegalStateException("canary"));
		assertThat(thrown).isInstanceOf(RefusalException.class).hasMessageNotContaining("canary").hasNoCause();
		assertThat(((RefusalException) thrown).refusal().code()).isEqualTo(ErrorCode.UNAVAILABLE);
	}

	@Test
	void whenHandlerFailsThenUnavailable() {
		Throwable thrown = catchThrowable(() -> this.failures.answering("A test", (request) -> {
			throw new IllegalStateException("canary");
		}).handle(null));
		assertThat(thrown).isInstanceOf(RefusalException.class);
	}

	private Throwable thrownFor(RuntimeException failure) {
		return catchThrowable(() -> this.failures.answer("A test", () -> {
			throw failure;
		}));
	}

}
