package dev.authgate.account.password;

import java.text.Normalizer;
import java.text.Normalizer.Form;

import dev.authgate.secret.Secret;

/**
 * An encoding of what a password means, whichever way a keyboard composes its letters
 * (Unicode NFKC, as NIST SP 800-63B section 3.1.1.2 recommends).
 * <p>
 * Passwords that were encoded as typed, before or elsewhere, are right as well: what is
 * not in the normal form is compared twice, for every account alike, so that the time
 * tells nothing about one. Safe for use by several threads.
 */
public final class NormalizedPasswordEncoding implements PasswordEncoding {

	private final PasswordEncoding delegate;

	/**
	 * Normalizes what an encoding is given.
	 * @param delegate the encoding
	 */
	public NormalizedPasswordEncoding(PasswordEncoding delegate) {
		this.delegate = delegate;
	}

	static Secret normalized(Secret password) {
		return isNormalized(password) ? password : Secret.of(Normalizer.normalize(password.reveal(), Form.NFKC));
	}

	private static boolean isNormalized(Secret password) {
		return Normalizer.isNormalized(password.reveal(), Form.NFKC);
	}

	// Both are compared, also where the first is right.
	@Override
	public boolean matches(Secret password, Secret encoded) {
		boolean right = this.delegate.matches(normalized(password), encoded);
		if (isNormalized(password)) {
			return right;
		}
		return this.delegate.matches(password, encoded) || right;
	}

	@Override
	public Secret encode(Secret password) {
		return this.delegate.encode(normalized(password));
	}

	@Override
	public boolean needsUpgrade(Secret encoded) {
		return this.delegate.needsUpgrade(encoded);
	}

}
