package dev.authgate.spring.app;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O8: the actuator tells no secret, even when it is told to show all values.
 */
class SanitizingTests {

	private static final String[] CANARIES = { "canary-key-0123456789", "canary-Xq7v2Lr9TzKw4HsNb8YdGf3JpMc6RuEa",
			"canary password", "cafe0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab" };

	@RegisterExtension
	static final TestApp APP = TestApp.bare(UserHandlers.class)
		.with("authgate.api-keys.keys[0].key=${CLIENT_KEY}", "CLIENT_KEY=" + CANARIES[0],
				"authgate.api-keys.keys[0].app=operator", "authgate.api-keys.keys[0].permissions=actuator:read",
				"authgate.api-keys.keys[1].key-hash=sha256:" + CANARIES[3], "authgate.jwt.secret=${TOKEN_SECRET}",
				"TOKEN_SECRET=" + CANARIES[1], "authgate.default-authenticator=api-key, jwt",
				"authgate.login.token=true", "authgate.users.accounts[0].username=ada",
				"authgate.users.accounts[0].password=" + CANARIES[2],
				"some.command-line=java -jar app.jar --authgate.jwt.secret=" + CANARIES[1] + " --server.port=0",
				"some.address=https://example.com/?key=${CLIENT_KEY}", "some.harmless=shown",
				"management.endpoints.web.exposure.include=*", "management.endpoint.env.show-values=ALWAYS",
				"management.endpoint.configprops.show-values=ALWAYS");

	private final Wire wire = Wire.to(APP.port());

	/**
	 * O8, F12: whichever endpoint is asked.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/configprops", "/actuator/configprops/authgate",
			"/actuator/beans", "/actuator/mappings", "/actuator/conditions", "/actuator/env/authgate.jwt.secret",
			"/actuator/env/AUTHGATE_JWT_SECRET", "/actuator/env/authgate.api-keys.keys[0].key",
			"/actuator/env/authgate.apiKeys.keys[1].keyHash", "/actuator/env/CLIENT_KEY", "/actuator/env/TOKEN_SECRET",
			"/actuator/env/some.command-line", "/actuator/env/some.address",
			"/actuator/env/authgate.users.accounts[0].password", "/actuator/threaddump" })
	void whenEndpointIsAskedThenNoSecret(String path) {
		Reply reply = this.wire.send("GET " + path.replace("[", "%5B").replace("]", "%5D"),
				"X-API-Key: " + CANARIES[0]);
		assertThat(reply.status()).isIn(200, 404);
		assertThat(reply.body()).doesNotContain(CANARIES);
	}

	/**
	 * O8: what is no secret is shown as the user wants.
	 */
	@Test
	void whenValueIsHarmlessThenShown() {
		assertThat(this.wire.send("GET /actuator/env/some.harmless", "X-API-Key: " + CANARIES[0]).body())
			.contains("shown");
	}

}
