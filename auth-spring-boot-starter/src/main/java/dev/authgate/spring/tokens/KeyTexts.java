package dev.authgate.spring.tokens;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The texts of keys as they are now, each written in the configuration itself or in a
 * resource that it names.
 * <p>
 * All are read at once, and a ring is made of nothing else. Immutable.
 */
public final class KeyTexts {

	private static final ResourceLoader RESOURCES = new DefaultResourceLoader();

	// No key is as long, and a device has no end.
	private static final int MAX_BYTES = 1024 * 1024;

	private final Map<String, Secret> byLocation;

	private KeyTexts(Map<String, Secret> byLocation) {
		this.byLocation = byLocation;
	}

	/**
	 * Tells whether a value names a resource, rather than being the text of a key.
	 * @param value the value of a property
	 * @return {@code true} if it is a location
	 */
	public static boolean isLocation(String value) {
		return value.startsWith("file:") || value.startsWith("classpath:");
	}

	/**
	 * Tells whether a value names a file, which may change.
	 * @param value the value of a property
	 * @return {@code true} if it is a location of a file
	 */
	public static boolean isFile(String value) {
		return value.startsWith("file:");
	}

	/**
	 * Reads resources.
	 * @param locations where they are
	 * @return their texts
	 * @throws MisconfigurationException if one cannot be read; it repeats nothing of any
	 * text
	 */
	public static KeyTexts read(Iterable<String> locations) {
		Map<String, Secret> texts = new TreeMap<>();
		locations.forEach((location) -> texts.put(location, content(location)));
		return new KeyTexts(texts);
	}

	/**
	 * Gives the text of a key.
	 * @param value the text itself, or a location that has been read
	 * @return the text
	 */
	public Secret of(Secret value) {
		return this.byLocation.getOrDefault(value.reveal(), value);
	}

	/**
	 * Tells one content of all resources from another.
	 * @return a digest
	 */
	public String digest() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.byLocation.forEach((location, text) -> {
				digest.update((location + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
				digest.update(text.utf8());
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static Secret content(String location) {
		try (InputStream content = open(location)) {
			byte[] bytes = content.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				throw unreadable(location, "is longer than any key");
			}
			return Secret.of(new String(bytes, StandardCharsets.UTF_8));
		}
		catch (FileNotFoundException | NoSuchFileException | AccessDeniedException ex) {
			throw unreadable(location, "does not exist, or may not be read");
		}
		catch (IOException ex) {
			throw unreadable(location, "cannot be read");
		}
	}

	// Through its address a directory would be read as well, and a file of another host.
	private static InputStream open(String location) throws IOException {
		Resource resource = RESOURCES.getResource(location);
		if (!isFile(location)) {
			return resource.getInputStream();
		}
		Path path = resource.getFile().toPath();
		if (Files.exists(path) && !Files.isRegularFile(path)) {
			throw new IOException("no file of text");
		}
		return Files.newInputStream(path);
	}

	private static MisconfigurationException unreadable(String location, String why) {
		return new MisconfigurationException("The key at " + location + " " + why + ".",
				"Put the key there, or write another location, for example file:/etc/my-app/key.pem.");
	}

}
