package dev.authgate.sample;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.PermissionSet;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.secret.Secret;

import org.springframework.core.env.Environment;

/**
 * The clients that tests send to the workspace.
 */
final class TestClients {

	static final String CLIENT_1_KEY = "demo-key-of-client-1";

	static final String CLIENT_2_KEY = "demo-key-of-client-2";

	static final String ALICE_PASSWORD = "alice-demo-password";

	static final String BOB_PASSWORD = "bob-demo-password";

	private final Environment environment;

	private final ApiKeyStore keys;

	TestClients(Environment environment, ApiKeyStore keys) {
		this.environment = environment;
		this.keys = keys;
	}

	Client anonymous() {
		return new Client("http://localhost:" + this.environment.getProperty("local.server.port"), List.of());
	}

	Client withKey(String key) {
		return anonymous().with("X-API-Key", key);
	}

	Client withToken(String token) {
		return anonymous().with("Authorization", "Bearer " + token);
	}

	Client client1() {
		return withKey(CLIENT_1_KEY);
	}

	Client client2() {
		return withKey(CLIENT_2_KEY);
	}

	Client alice() {
		return withToken(tokenOf("alice", ALICE_PASSWORD));
	}

	Client bob() {
		return withToken(tokenOf("bob", BOB_PASSWORD));
	}

	Client permittedTo(Collection<String> permissions) {
		Secret key = Secret.of(UUID.randomUUID().toString());
		String app = "app-" + UUID.randomUUID();
		this.keys.register(ApiKey.builder(key).app(app).permissions(PermissionSet.of(permissions)).build());
		return withKey(key.reveal());
	}

	String tokenOf(String username, String password) {
		return JsonPath.read(anonymous().post("/login", credentials(username, password)).body(), "$.token");
	}

	static String credentials(String username, String password) {
		return """
				{"username": "%s", "password": "%s"}""".formatted(username, password);
	}

}
