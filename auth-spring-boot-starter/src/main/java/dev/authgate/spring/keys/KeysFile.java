package dev.authgate.spring.keys;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.spring.MisconfigurationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A file whose keys are put into a store as a whole, and of which only good content ever
 * counts.
 * <p>
 * The path is followed anew each time, so that a renamed file and a swapped symbolic link
 * are found. Safe for use by several threads.
 */
public final class KeysFile {

	private static final Log logger = LogFactory.getLog(KeysFile.class);

	// Nobody writes so much by hand, and a device has no end.
	private static final int MAX_BYTES = 64 * 1024 * 1024;

	private static final byte[] NOTHING = {};

	private final Path path;

	private final Reader reader;

	private final InMemoryApiKeyStore store;

	private final AtomicReference<byte[]> seen = new AtomicReference<>(NOTHING);

	private final AtomicReference<byte[]> judged = new AtomicReference<>(NOTHING);

	private final AtomicReference<GoodContent> good = new AtomicReference<>(GoodContent.NONE);

	private final AtomicReference<String> problem = new AtomicReference<>("");

	/**
	 * Names a file; nothing is read yet.
	 * @param path the path, which may lead over symbolic links
	 * @param reader makes keys of the content
	 * @param store where they are put
	 */
	public KeysFile(Path path, Reader reader, InMemoryApiKeyStore store) {
		this.path = path;
		this.reader = reader;
		this.store = store;
	}

	/**
	 * Loads the keys for the first time.
	 * @throws MisconfigurationException if the file is missing or not wholly good; no key
	 * is loaded then
	 */
	public void load() {
		try {
			byte[] content = content();
			this.seen.set(content);
			this.judged.set(content);
			replace(content);
		}
		catch (IOException ex) {
			throw refusal(reasonOf(ex), "Put the file there, or remove the line.");
		}
		catch (MisconfigurationException ex) {
			throw refusal(String.valueOf(ex.getMessage()), ex.action());
		}
	}

	/**
	 * Looks whether the file has changed, and takes its keys when the change was seen
	 * twice: what is seen once may be half written. Whatever is wrong with it, the keys
	 * stay that were there before, and one warning is logged.
	 */
	public synchronized void check() {
		try {
			byte[] content = content();
			if (Arrays.equals(content, this.seen.getAndSet(content))) {
				judge(content);
			}
		}
		catch (IOException ex) {
			warn(reasonOf(ex));
		}
		catch (MisconfigurationException ex) {
			warn(String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			warn("It cannot be read.");
		}
	}

	private void judge(byte[] content) {
		if (!Arrays.equals(content, this.judged.getAndSet(content))) {
			replace(content);
			logger.info("The keys file " + this.path + " was loaded; keys in it: " + this.good.get().size());
		}
		if (this.good.get().has(content)) {
			this.problem.set("");
		}
	}

	private void replace(byte[] content) {
		List<ApiKey> keys = this.reader.read(content, this.path);
		if (this.good.get().isCutTo(content, keys)) {
			throw new MisconfigurationException(
					"It is the beginning of what it was before, and its last entry is another: it is cut off.",
					"If it is meant so, add a comment to its end.");
		}
		try {
			this.store.load(keys);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(ex.getMessage() + ".", "Remove one of the two.");
		}
		this.good.set(new GoodContent(content, keys));
	}

	private byte[] content() throws IOException {
		if (!Files.exists(this.path)) {
			throw new NoSuchFileException(this.path.toString());
		}
		if (!Files.isRegularFile(this.path) || Files.size(this.path) > MAX_BYTES) {
			throw new IOException("no file of text");
		}
		return Files.readAllBytes(this.path);
	}

	private MisconfigurationException refusal(String reason, String action) {
		return new MisconfigurationException("authgate.api-keys.file: " + this.path + " cannot be used. " + reason,
				action);
	}

	private void warn(String reason) {
		if (!reason.equals(this.problem.getAndSet(reason))) {
			logger.warn("The keys file " + this.path + " was not loaded, and its keys stay as they were. " + reason);
		}
	}

	private static String reasonOf(IOException problem) {
		if (problem instanceof NoSuchFileException) {
			return "It does not exist.";
		}
		return (problem instanceof AccessDeniedException) ? "It may not be read." : "It cannot be read.";
	}

	/**
	 * Makes keys of the content of a file.
	 */
	@FunctionalInterface
	public interface Reader {

		/**
		 * Reads all keys.
		 * @param content the bytes of the file
		 * @param path where they were read, for messages
		 * @return the keys, one at least
		 * @throws MisconfigurationException if anything is wrong; the message repeats no
		 * secret
		 */
		List<ApiKey> read(byte[] content, Path path);

	}

}
