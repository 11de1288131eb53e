package dev.authgate.spring.properties;

import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.PropertyResolver;

/**
 * Judges each value while it is bound, as it is there that the one that counts is known.
 */
final class ValueRules implements BindHandler {

	private final PropertyResolver placeholders;

	ValueRules(PropertyResolver placeholders) {
		this.placeholders = placeholders;
	}

	@Override
	public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			@Nullable Object result) {
		ConfigurationProperty property = property(name, context);
		Complaint complaint = (property != null) ? value(property).complaint(type(target)) : null;
		if (complaint != null) {
			throw complaint.asException();
		}
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		if (error instanceof BindException || error instanceof MisconfigurationException) {
			throw error;
		}
		throw complaint(name, target, context, error).asException();
	}

	private Complaint complaint(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		if (error instanceof UnboundConfigurationPropertiesException gap) {
			return ListGap.complaint("An element of " + name, Origins.of(gap.getUnboundProperties().iterator().next()));
		}
		ConfigurationProperty property = property(name, context);
		if (property == null) {
			return new Complaint(name + " cannot be understood.", "Write " + ExpectedForm.of(type(target)) + ".");
		}
		Complaint complaint = value(property).complaint(type(target));
		return (complaint != null) ? complaint : value(property).notUnderstood(type(target));
	}

	private WrittenValue value(ConfigurationProperty property) {
		return new WrittenValue(property, this.placeholders);
	}

	private static Class<?> type(Bindable<?> target) {
		return target.getType().resolve(Object.class);
	}

	private static @Nullable ConfigurationProperty property(ConfigurationPropertyName name, BindContext context) {
		for (ConfigurationPropertySource source : context.getSources()) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

}
