package dev.authgate.spring.tokens;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.jwt.key.KeyRing;
import dev.authgate.spring.MisconfigurationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Keys that are read anew when they change, and of which only a good ring ever counts.
 * <p>
 * A ring is exchanged as a whole: who verifies a token sees the keys before or after.
 * Safe for use by several threads, none of which waits for another to sign or to verify.
 */
public final class WatchedKeys implements JwtKeys {

	private static final Log logger = LogFactory.getLog(WatchedKeys.class);

	private final Supplier<KeyTexts> texts;

	private final Function<KeyTexts, KeyRing> reader;

	private final AtomicReference<KeyRing> ring;

	private final AtomicReference<String> seen;

	private final AtomicReference<String> judged;

	private final AtomicReference<String> problem = new AtomicReference<>("");

	/**
	 * Reads the keys for the first time.
	 * @param texts reads the texts of the keys as they are now
	 * @param reader makes a ring of them
	 * @throws MisconfigurationException if anything is wrong with them
	 */
	public WatchedKeys(Supplier<KeyTexts> texts, Function<KeyTexts, KeyRing> reader) {
		this.texts = texts;
		this.reader = reader;
		KeyTexts first = texts.get();
		this.ring = new AtomicReference<>(reader.apply(first));
		this.seen = new AtomicReference<>(first.digest());
		this.judged = new AtomicReference<>(first.digest());
	}

	@Override
	public KeyRing current() {
		return this.ring.get();
	}

	/**
	 * Looks whether the keys have changed, and takes them when the change was seen twice:
	 * what is seen once may be half written. Whatever is wrong with them, the ring stays
	 * that was there before, and one warning is logged.
	 */
	public synchronized void check() {
		try {
			KeyTexts now = this.texts.get();
			if (now.digest().equals(this.seen.getAndSet(now.digest()))) {
				judge(now);
			}
		}
		catch (MisconfigurationException ex) {
			warn(String.valueOf(ex.getMessage()));
		}
		// The cause could repeat something of a key.
		catch (RuntimeException ex) {
			warn("They cannot be read.");
		}
	}

	private void judge(KeyTexts now) {
		if (now.digest().equals(this.judged.get())) {
			this.problem.set("");
			return;
		}
		KeyRing ring = this.reader.apply(now);
		if (this.ring.get().canSign() && !ring.canSign()) {
			throw new MisconfigurationException("No key signs any more.", "Keep a private key.");
		}
		this.ring.set(ring);
		this.judged.set(now.digest());
		this.problem.set("");
		logger.info("The keys of tokens were loaded anew: " + ring);
	}

	private void warn(String reason) {
		if (!reason.equals(this.problem.getAndSet(reason))) {
			logger.warn("The keys of tokens were not loaded anew, and stay as they were. " + reason);
		}
	}

}
