package dev.authgate.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.secret.Secret;

/**
 * Passwords that are compared as they are, for tests that are about something else. The
 * current encoding puts {@code {new}} in front; {@code {old}} is one that is out of date.
 */
public final class PlainPasswords implements PasswordEncoding {

	private final List<Secret> compared = new CopyOnWriteArrayList<>();

	@Override
	public boolean matches(Secret password, Secret encoded) {
		this.compared.add(encoded);
		String bare = encoded.reveal().replaceFirst("^\\{(new|old)}", "");
		return bare.equals(password.reveal());
	}

	@Override
	public Secret encode(Secret password) {
		return Secret.of("{new}" + password.reveal());
	}

	@Override
	public boolean needsUpgrade(Secret encoded) {
		return encoded.reveal().startsWith("{old}");
	}

	/**
	 * Gives what was compared so far.
	 * @return the encoded passwords, in order
	 */
	public List<Secret> compared() {
		return this.compared;
	}

}
