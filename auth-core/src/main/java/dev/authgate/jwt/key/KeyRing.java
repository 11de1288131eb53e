package dev.authgate.jwt.key;

import java.time.Clock;
import java.util.List;

import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.TokenHeader;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign and verify our own tokens.
 * <p>
 * Immutable and safe for use by several threads.
 */
public final class KeyRing implements JwtKeys {

	private final List<JwtKey> keys;

	private KeyRing(List<JwtKey> keys) {
		this.keys = keys;
	}

	/**
	 * Makes a ring of one key.
	 * @param key the key that signs and verifies
	 * @return the ring
	 */
	public static KeyRing of(JwtKey key) {
		return new KeyRing(List.of(key));
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
	 * Signs a payload.
	 * @param payload the claims as JSON
	 * @param clock tells which key signs now
	 * @return the token in its compact form
	 */
	public String sign(String payload, Clock clock) {
		return this.keys.get(0).sign(payload);
	}

	/**
	 * Verifies the signature of a token, and nothing that it says.
	 * @param token the token
	 * @param clock tells which keys verify now
	 * @throws RefusedTokenException if the header is refused, the key that it names is
	 * not known or has another algorithm, or the signature does not verify
	 */
	public void verify(CompactToken token, Clock clock) throws RefusedTokenException {
		for (JwtKey key : this.keys) {
			if (key.madeHeaderOf(token)) {
				key.check(token);
				return;
			}
		}
		TokenHeader header = TokenHeader.of(token);
		SignatureRules.check(token, header, find(header.keyId()));
	}

	private List<VerificationKey> find(@Nullable String keyId) {
		return (keyId == null) ? this.keys.stream().map(JwtKey::verification).toList() : List.of();
	}

	@Override
	public String toString() {
		return "KeyRing" + this.keys;
	}

}
