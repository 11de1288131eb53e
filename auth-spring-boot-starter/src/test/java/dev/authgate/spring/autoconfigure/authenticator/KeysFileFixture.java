package dev.authgate.spring.autoconfigure.authenticator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.authgate.Grants;
import dev.authgate.PermissionRegistry;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.keys.KeysFile;
import dev.authgate.spring.properties.StrictBinder;
import dev.authgate.spring.settings.AuthgateProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.env.MockEnvironment;

/**
 * A file of API keys with three good ones.
 */
abstract class KeysFileFixture {

	static final String CANARY = "cAnArY-7f3a-SeCrEt";

	static final String GOOD = """
			# Keys of the partners
			keys:
			  - id: first
			    key-hash: HASH-1
			    app: client_1
			    permissions: "threads:read"
			    not-before: 2020-01-01T00:00:00Z
			    expires-at: 2030-01-01T00:00:00Z
			  - { id: second, key-hash: HASH-2, app: client_22, permissions: "threads:read, threads:write" }
			  - id: third
			    key-hash: HASH-3
			    app: client_33
			    roles: admin, clerk
			    data:
			      team: blue
			    enabled: false
			    expires-at: 2031-01-01T00:00:00Z
			""".replace("HASH-1", hash("key-1")).replace("HASH-2", hash("key-2")).replace("HASH-3", hash("key-3"));

	@TempDir
	Path directory;

	final InMemoryApiKeyStore store = new InMemoryApiKeyStore();

	final MockEnvironment environment = new MockEnvironment();

	Path path;

	KeysFile file;

	@BeforeEach
	void prepare() throws IOException {
		this.path = this.directory.resolve("keys.yml");
		Grants grants = Grants.of(PermissionRegistry.of(Map.of("threads", List.of("read", "write"))), Map.of());
		ConfiguredApiKeys entries = new ConfiguredApiKeys(
				StrictBinder.bind(new MockEnvironment(), "authgate", AuthgateProperties.class).apiKeys(), grants);
		this.file = new KeysFile(this.path, new KeysFileEntries(entries, this.environment), this.store);
		write(GOOD);
	}

	void settle() {
		this.file.check();
		this.file.check();
	}

	void write(String content) throws IOException {
		Files.writeString(this.path, content);
	}

	List<String> names() {
		return keys().stream().map(ApiKey::id).toList();
	}

	List<ApiKey> keys() {
		return Stream.of("key-1", "key-2", "key-3", "key-4").map(this::find).filter((key) -> key != null).toList();
	}

	@Nullable ApiKey find(String key) {
		return this.store.find(SecretDigest.of(key));
	}

	static String hash(String key) {
		return SecretDigest.of(key).toString();
	}

}
