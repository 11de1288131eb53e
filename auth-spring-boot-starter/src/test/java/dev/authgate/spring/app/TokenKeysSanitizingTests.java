package dev.authgate.spring.app;

import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.key.JwtAlgorithm;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O8: the actuator tells no key of tokens, even when it is told to show all values.
 */
class TokenKeysSanitizingTests {

	private static final String READER = "canary-free-reader-key";

	private static final String PEM = TestKeys.opensslPem(TestKeys.pair(JwtAlgorithm.ES256));

	private static final String BINARY = "CR8AgP8z0QKbF-5kDaO3HMh1lFcu4gEGaZ7YI8q9bVA";

	@RegisterExtension
	static final TestApp APP = TestApp.bare(UserHandlers.class)
		.key(0, READER, "operator", "actuator:read")
		.with("authgate.default-authenticator=api-key, jwt", "authgate.jwt.keys[0].secret=" + TestKeys.SECRET,
				"authgate.jwt.keys[1].id=b", "authgate.jwt.keys[1].private-key=${TOKEN_KEY}", "TOKEN_KEY=" + PEM,
				"authgate.jwt.keys[1].sign-from=2020-01-01T00:00:00Z", "authgate.jwt.keys[2].id=c",
				"authgate.jwt.keys[2].sign-from=2020-01-02T00:00:00Z",
				"authgate.jwt.keys[2].jwk={\"kty\":\"oct\",\"k\":\"" + BINARY + "\"}",
				"management.endpoints.web.exposure.include=*", "management.endpoint.env.show-values=ALWAYS",
				"management.endpoint.configprops.show-values=ALWAYS");

	private final Wire wire = Wire.to(APP.port());

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/configprops", "/actuator/configprops/authgate",
			"/actuator/beans", "/actuator/env/TOKEN_KEY", "/actuator/env/authgate.jwt.keys%5B0%5D.secret",
			"/actuator/env/authgate.jwt.keys%5B1%5D.privateKey", "/actuator/env/authgate.jwt.keys%5B2%5D.jwk" })
	void whenEndpointIsAskedThenNoKey(String path) {
		Reply reply = this.wire.send("GET " + path, "X-API-Key: " + READER);
		assertThat(reply.status()).isIn(200, 404);
		assertThat(reply.body()).doesNotContain(TestKeys.SECRET, PEM.lines().skip(1).findFirst().orElseThrow(), BINARY);
	}

}
