package dev.authgate.benchmark;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configuration of the libraries that the running variant does not
 * use, since all of them lie on one class path.
 */
final class VariantAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

	private Variant variant = Variant.NONE;

	@Override
	public void setEnvironment(Environment environment) {
		this.variant = Variant.labelled(environment.getRequiredProperty(Variant.PROPERTY));
	}

	@Override
	public boolean[] match(@Nullable String[] classNames, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[classNames.length];
		for (int i = 0; i < classNames.length; i++) {
			String className = classNames[i];
			matches[i] = className != null && this.variant.admits(className);
		}
		return matches;
	}

}
