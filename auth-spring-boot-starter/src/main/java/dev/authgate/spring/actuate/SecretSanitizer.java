package dev.authgate.spring.actuate;

import java.util.List;
import java.util.Set;

import dev.authgate.secret.Secret;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides our secrets from the actuator's {@code env} and {@code configprops}, also where
 * the value stands under another name that a placeholder refers to, or within a longer
 * one such as the command line.
 * <p>
 * Immutable.
 */
public final class SecretSanitizer implements SanitizingFunction {

	private static final String PREFIX = "authgate.";

	private static final Set<String> SECRET_NAMES = Set.of("key", "keyhash", "secret", "privatekey", "jwk", "password");

	// Anything shorter is part of many a harmless value.
	private static final int MIN_LENGTH_WITHIN = 8;

	private final List<Secret> secrets;

	/**
	 * Makes a sanitizer.
	 * @param secrets the configured secrets
	 */
	public SecretSanitizer(List<Secret> secrets) {
		this.secrets = List.copyOf(secrets);
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		boolean ours = data.getLowerCaseKey().startsWith(PREFIX) && isSecretName(data.getLowerCaseKey());
		return (ours || (value != null && holdsSecret(value.toString()))) ? data.withSanitizedValue() : data;
	}

	private boolean holdsSecret(String value) {
		for (Secret secret : this.secrets) {
			String text = secret.reveal();
			boolean held = (text.length() < MIN_LENGTH_WITHIN) ? value.equals(text) : value.contains(text);
			if (held && !text.isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private static boolean isSecretName(String key) {
		String last = key.substring(key.lastIndexOf('.') + 1).replace("-", "").replace("_", "");
		return SECRET_NAMES.contains(last);
	}

}
