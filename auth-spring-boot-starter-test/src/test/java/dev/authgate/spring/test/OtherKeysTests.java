package dev.authgate.spring.test;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static dev.authgate.spring.test.AuthgateRequests.apiKey;
import static dev.authgate.spring.test.AuthgateRequests.apiKeyOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that come with their ids, and keys of a file.
 */
@SpringBootTest(classes = TestWorkspace.Application.class,
		properties = { "authgate.api-keys.id-header=X-Key-Id", "authgate.api-keys.file=src/test/resources/keys.yml" })
@AutoConfigureMockMvc
class OtherKeysTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenKeyComesWithItsIdThenAccepted() {
		assertThat(caller(apiKey("first", TestWorkspace.KEY))).hasStatus(200).bodyText().contains("client_1");
	}

	@Test
	void whenIdIsWrongOrMissingThenUnauthorized() {
		assertThat(caller(apiKey("second", TestWorkspace.KEY))).hasStatus(401);
		assertThat(caller(apiKey(TestWorkspace.KEY))).hasStatus(401);
	}

	@Test
	void whenKeyLiesInTheFileThenItsCallerIsPreset() {
		assertThat(caller(apiKeyOf("client_7"))).bodyText().isEqualTo("client_7 {} [threads:read] [] api-key client_7");
		assertThat(caller(apiKeyOf("client_1"))).hasStatus(200);
	}

	private MvcTestResult caller(RequestPostProcessor sender) {
		return this.mvc.get().uri("/caller").with(sender).exchange();
	}

}
