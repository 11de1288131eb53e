package dev.authgate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuthExceptionTests {

	/** O13. */
	@Test
	void whenNothingIsSaidThenUnauthorized() {
		assertThat(new AuthException()).hasMessage("Unauthorized").extracting(AuthException::status).isEqualTo(401);
	}

	/** O13. */
	@Test
	void whenMessageIsSaidThenItIsKept() {
		assertThat(new AuthException("Missing authorization header")).hasMessage("Missing authorization header")
			.extracting(AuthException::status)
			.isEqualTo(401);
	}

	/** O13. */
	@Test
	void whenStatusIsSaidThenItIsKept() {
		assertThat(new AuthException("No seats", 402).status()).isEqualTo(402);
		assertThat(AuthException.forbidden("Not yours").status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 302, 399, 600, 0, -1 })
	void whenStatusIsNoRefusalThenRefused(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AuthException("x", status));
	}

}
