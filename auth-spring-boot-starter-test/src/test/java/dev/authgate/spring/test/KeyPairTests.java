package dev.authgate.spring.test;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static dev.authgate.spring.test.AuthgateRequests.apiKey;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = TestWorkspace.Application.class, properties = "authgate.api-keys.id-header=X-Key-Id")
@AutoConfigureMockMvc
class KeyPairTests {

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

	private MvcTestResult caller(Credential credential) {
		return this.mvc.get().uri("/caller").with(credential).exchange();
	}

}
