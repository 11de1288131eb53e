package dev.authgate.jwt.key;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.authgate.RejectionReason;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.TokenHeader;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign and verify our own tokens.
 * <p>
 * The key that signs is the one that began last among those that may sign now. A key
 * verifies before it begins to sign, and until it retires. A token that names a key is
 * verified with that key alone, and one that names none with the key without an id alone.
 * Immutable and safe for use by several threads.
 */
public final class KeyRing implements JwtKeys {

	// The key that began last comes first: it made most of the tokens that arrive.
	private static final Comparator<JwtKey> LATEST_FIRST = Comparator
		.comparing(JwtKey::signFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
		.reversed();

	private final List<JwtKey> keys;

	// Each token would allocate an iterator.
	private final JwtKey[] array;

	private KeyRing(List<JwtKey> keys) {
		this.keys = keys;
		this.array = keys.toArray(JwtKey[]::new);
	}

	/**
	 * Makes a ring of one key.
	 * @param key the key
	 * @return the ring
	 * @throws IllegalArgumentException if the key retires before it signs
	 */
	public static KeyRing of(JwtKey key) {
		return of(List.of(key));
	}

	/**
	 * Makes a ring.
	 * @param keys the keys, in any order
	 * @return the ring
	 * @throws IllegalArgumentException if there is no key, two have one id or none, two
	 * begin to sign at the same time, one retires before it signs, or there would be a
	 * time between two keys in which none signs
	 */
	public static KeyRing of(List<JwtKey> keys) {
		List<JwtKey> sorted = keys.stream().sorted(LATEST_FIRST).toList();
		RingRules.require(sorted);
		return new KeyRing(sorted);
	}

	/**
	 * Gives this ring.
	 * @return this
	 */
	@Override
	public KeyRing current() {
		return this;
	}

	/**
	 * Tells whether any key signs, now or at another time.
	 * @return {@code false} if all keys are public ones
	 */
	public boolean canSign() {
		return this.keys.stream().anyMatch(JwtKey::canSign);
	}

	/**
	 * Tells whether any key can be shown to others.
	 * @return {@code false} if all keys are secrets
	 */
	public boolean hasPublicKey() {
		return this.keys.stream().anyMatch((key) -> key.publicKey() != null);
	}

	/**
	 * Finds the key that signs now.
	 * @param clock tells the time
	 * @return the key, or {@code null} if none signs now
	 */
	public @Nullable JwtKey signingKey(Clock clock) {
		for (JwtKey key : this.array) {
			if (key.canSign() && key.signsNow(clock)) {
				return key;
			}
		}
		return null;
	}

	/**
	 * Gives the keys that verify now.
	 * @param clock tells the time
	 * @return the keys that have not retired
	 */
	public List<JwtKey> verifyingKeys(Clock clock) {
		return this.keys.stream().filter((key) -> key.verifiesNow(clock)).toList();
	}

	/**
	 * Signs a payload.
	 * @param payload the claims as JSON
	 * @param clock tells which key signs now
	 * @return the token in its compact form
	 * @throws KeysUnavailableException if no key signs now
	 */
	public String sign(String payload, Clock clock) {
		JwtKey key = signingKey(clock);
		if (key == null) {
			throw new KeysUnavailableException("No key signs tokens now");
		}
		return key.sign(payload);
	}

	/**
	 * Verifies the signature of a token, and nothing that it says.
	 * @param token the token
	 * @param clock tells which keys verify now
	 * @throws RefusedTokenException if the header is refused, the key that it names is
	 * not known or has another algorithm, or the signature does not verify
	 */
	public void verify(CompactToken token, Clock clock) throws RefusedTokenException {
		for (JwtKey key : this.array) {
			if (key.madeHeaderOf(token)) {
				key.check(token, clock);
				return;
			}
		}
		TokenHeader header = TokenHeader.of(token);
		SignatureRules.check(token, header, find(header.keyId(), clock));
	}

	/**
	 * Finds the key that a token names, and does not look whether it signed it.
	 * @param token the token
	 * @return the key
	 * @throws RefusedTokenException if the header is refused, or the key is not known
	 */
	public JwtKey keyOf(CompactToken token) throws RefusedTokenException {
		for (JwtKey key : this.array) {
			if (key.madeHeaderOf(token)) {
				return key;
			}
		}
		String keyId = TokenHeader.of(token).keyId();
		for (JwtKey key : this.array) {
			if (Objects.equals(key.id(), keyId)) {
				return key;
			}
		}
		throw new RefusedTokenException(RejectionReason.UNKNOWN_KEY_ID);
	}

	/**
	 * Tells whether tokens that a key signed are taken now. Of a secret only its id is
	 * compared with those of the keys that are there now.
	 * @param key a key of this ring, or of one that was there before
	 * @param clock tells which keys verify now
	 * @return {@code true} if a key with the same id and the same public key verifies now
	 */
	public boolean verifiesWith(JwtKey key, Clock clock) {
		for (JwtKey present : this.array) {
			if (present == key || present.isLike(key)) {
				return present.verifiesNow(clock);
			}
		}
		return false;
	}

	private List<VerificationKey> find(@Nullable String keyId, Clock clock) {
		return this.keys.stream()
			.filter((key) -> Objects.equals(key.id(), keyId) && key.verifiesNow(clock))
			.map(JwtKey::verification)
			.toList();
	}

	@Override
	public String toString() {
		return "KeyRing" + this.keys;
	}

}
