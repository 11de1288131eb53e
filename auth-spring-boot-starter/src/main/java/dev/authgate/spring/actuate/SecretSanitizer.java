package dev.authgate.spring.actuate;

import java.util.Set;

import dev.authgate.secret.SecretDigest;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides our secrets from the actuator's {@code env} and {@code configprops}, also where
 * the value stands under another name that a placeholder refers to.
 * <p>
 * It knows the secrets by their digests only. Immutable.
 */
public final class SecretSanitizer implements SanitizingFunction {

	private static final String PREFIX = "authgate.";

	private static final Set<String> SECRET_NAMES = Set.of("key", "keyhash", "secret", "password");

	private final Set<SecretDigest> secrets;

	/**
	 * Makes a sanitizer.
	 * @param secrets the digests of the configured secrets
	 */
	public SecretSanitizer(Set<SecretDigest> secrets) {
		this.secrets = Set.copyOf(secrets);
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		boolean ours = data.getLowerCaseKey().startsWith(PREFIX) && isSecretName(data.getLowerCaseKey());
		boolean known = value != null && this.secrets.contains(SecretDigest.of(value.toString()));
		return (ours || known) ? data.withSanitizedValue() : data;
	}

	private static boolean isSecretName(String key) {
		String last = key.substring(key.lastIndexOf('.') + 1).replace("-", "").replace("_", "");
		return SECRET_NAMES.contains(last);
	}

}
