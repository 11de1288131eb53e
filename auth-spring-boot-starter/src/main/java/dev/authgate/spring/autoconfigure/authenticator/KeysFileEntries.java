package dev.authgate.spring.autoconfigure.authenticator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.keys.KeysFile;
import dev.authgate.spring.properties.PropertyFile;
import dev.authgate.spring.settings.authenticator.ApiKeysProperties;
import dev.authgate.spring.settings.authenticator.ApiKeysProperties.KeyProperties;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Reads the keys file as strictly as the configuration.
 */
final class KeysFileEntries implements KeysFile.Reader {

	private static final String PREFIX = "authgate.api-keys.";

	private final ConfiguredApiKeys entries;

	private final Environment environment;

	KeysFileEntries(ConfiguredApiKeys entries, Environment environment) {
		this.entries = entries;
		this.environment = environment;
	}

	static KeysFile file(ApiKeysProperties properties, ApiKeyStore store, KeysFileEntries entries) {
		if (!(store instanceof InMemoryApiKeyStore memory)) {
			throw new MisconfigurationException(
					"authgate.api-keys.file is set, and the application has an ApiKeyStore of its own, which takes no file.",
					"Remove the line, or the bean.");
		}
		KeysFile file = new KeysFile(path(properties), entries, memory);
		file.load();
		return file;
	}

	@Override
	public List<ApiKey> read(byte[] content, Path path) {
		try {
			Tree tree = PropertyFile.yaml(content, path).bind(PREFIX, Tree.class, this.environment);
			List<ApiKey> keys = this.entries.read(tree.apiKeys().keys(), "keys");
			if (keys.isEmpty()) {
				throw new MisconfigurationException("It has no keys.", "Write them beneath keys:");
			}
			return keys;
		}
		// In the file names begin where the prefix ends.
		catch (MisconfigurationException ex) {
			throw new MisconfigurationException(String.valueOf(ex.getMessage()).replace(PREFIX, ""),
					ex.action().replace(PREFIX, ""));
		}
	}

	private static Path path(ApiKeysProperties properties) {
		try {
			return Path.of(String.valueOf(properties.file()));
		}
		catch (InvalidPathException ex) {
			throw new MisconfigurationException("authgate.api-keys.file is no path of this system.",
					"Write the path of a file, for example /etc/my-app/keys.yml.");
		}
	}

	/**
	 * The file, as if it stood in the configuration.
	 */
	record Tree(@DefaultValue Entries apiKeys) {

		/**
		 * What the file may have.
		 */
		record Entries(@DefaultValue List<KeyProperties> keys) {
		}

	}

}
