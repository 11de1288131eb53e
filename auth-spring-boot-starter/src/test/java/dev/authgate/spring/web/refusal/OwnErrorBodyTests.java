package dev.authgate.spring.web.refusal;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import jakarta.servlet.http.HttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that the application words itself.
 */
class OwnErrorBodyTests {

	@RegisterExtension
	static final TestApp APP = FormHandlers.app().and(OwnBody.class);

	private static Wire wire = Wire.to(0);

	@BeforeAll
	static void connect() {
		wire = Wire.to(APP.port());
	}

	@Test
	void whenThereIsABeanThenItWordsEachRefusal() {
		assertThat(wire.send("GET /key").body()).isEqualTo("401 missing_credentials \u00fcber GET");
		assertThat(wire.send("GET /write", FormHandlers.KEY).body())
			.isEqualTo("403 insufficient_permissions \u00fcber GET");
		assertThat(wire.send("GET /api//user").body()).isEqualTo("400 bad_request \u00fcber GET");
	}

	@Test
	void whenThereIsABeanThenStatusTypeAndChallengesStay() {
		Reply reply = wire.send("GET /jwt", "Authorization: Bearer x.y.z");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.headers("Content-Type")).containsExactly("text/plain;charset=UTF-8");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
	}

	@Test
	void whenItsWordsFailThenRefusedAllTheSame() {
		try (TestApp broken = FormHandlers.app().and(BrokenBody.class).start()) {
			Reply reply = Wire.to(broken.port()).send("GET /jwt", "Authorization: Bearer x.y.z");
			assertThat(reply.status()).isEqualTo(401);
			assertThat(reply.headers("Content-Type")).containsExactly("application/problem+json");
			assertThat(reply.body()).contains("\"code\":\"invalid_credentials\"");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class BrokenBody {

		@Bean
		ErrorBody words() {
			return (refusal, request) -> {
				throw new IllegalStateException("broken");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBody {

		@Bean
		ErrorBody words() {
			return new ErrorBody() {

				@Override
				public String contentType() {
					return "text/plain;charset=UTF-8";
				}

				@Override
				public String text(Refusal refusal, HttpServletRequest request) {
					return refusal.status() + " " + refusal.code().code() + " \u00fcber " + request.getMethod();
				}

			};
		}

	}

}
