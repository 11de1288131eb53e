package dev.authgate.benchmark;

import java.util.Objects;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class InProcessServerTests {

	/**
	 * Says of the caller only that it looks for no page, which would lead to the login.
	 */
	private static final Credential SCRIPT = new Credential("X-Requested-With", "XMLHttpRequest");

	@ParameterizedTest
	@EnumSource(value = Variant.class, names = "NONE", mode = Mode.EXCLUDE)
	void whenVariantIsGuardedThenGuardsMockRequests(Variant variant) throws Exception {
		try (InProcessServer server = new InProcessServer(variant)) {
			Credentials credentials = Objects.requireNonNull(server.credentials());
			assertThat(server.get("/api/things/42", credentials.reader()).getStatus()).isEqualTo(200);
			assertThat(server.get("/api/things/42", credentials.stranger()).getStatus()).isEqualTo(403);
			assertThat(server.get("/api/things/42", SCRIPT).getStatus()).isEqualTo(401);
		}
	}

	@Test
	void whenVariantHasNoSecurityThenServesEverybody() throws Exception {
		try (InProcessServer server = new InProcessServer(Variant.NONE)) {
			assertThat(server.get("/api/things/42", null).getContentAsString())
				.isEqualTo("{\"id\":\"42\",\"name\":\"Thing 42\"}");
		}
	}

}
