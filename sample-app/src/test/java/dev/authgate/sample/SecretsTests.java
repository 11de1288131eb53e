package dev.authgate.sample;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That neither answers nor logs repeat a secret: O8.
 */
@ExtendWith(OutputCaptureExtension.class)
@WorkspaceTest
@TestPropertySource(properties = { "JWT_SECRET=" + SecretsTests.JWT_SECRET, "logging.level.dev.authgate=trace",
		"logging.level.org.springframework=debug" })
class SecretsTests {

	static final String JWT_SECRET = "a-canary-that-signs-tokens-and-sings-nothing";

	private static final String WRONG = "canary-0123456789-abcdefghijklmnop";

	private final TestClients clients;

	SecretsTests(TestClients clients) {
		this.clients = clients;
	}

	/** O8. */
	@Test
	void whenRequestsAreServedAndRefusedThenNoSecretIsRepeated(CapturedOutput output) {
		String token = this.clients.tokenOf("alice", TestClients.ALICE_PASSWORD);
		List<String> answers = new ArrayList<>();
		for (String path : List.of("/me", "/api/user", "/api/threads", "/api/reports/token-only", "/admin/users",
				"/api/greeting", "/docs", "/signup", "/nothing", "/api/files/7", "/error")) {
			for (Client client : everybody(token)) {
				var response = client.get(path);
				answers.add(response.headers().map() + response.body());
			}
		}
		answers.add(this.clients.anonymous().post("/login", TestClients.credentials("alice", WRONG)).body());
		answers.add(this.clients.anonymous().post("/login", "{\"password\": \"" + WRONG + "\"").body());
		String[] secrets = { token, token.substring(token.lastIndexOf('.') + 1), TestClients.CLIENT_1_KEY,
				TestClients.CLIENT_2_KEY, TestClients.ALICE_PASSWORD, JWT_SECRET, WRONG, "$2a$10$" };
		assertThat(String.join("\n", answers)).doesNotContain(secrets);
		assertThat(output.getAll()).contains("DEBUG").doesNotContain(secrets);
	}

	private List<Client> everybody(String token) {
		return List.of(this.clients.anonymous(), this.clients.client1(), this.clients.client2(),
				this.clients.withKey(WRONG), this.clients.withToken(token), this.clients.withToken(WRONG),
				this.clients.withToken(token + "x"), this.clients.anonymous().with("Authorization", "Basic " + WRONG),
				this.clients.client1().with("Authorization", "Bearer " + token));
	}

}
