package dev.authgate.spring.autoconfigure.session;

import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.BoundProperties;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Holds where refresh tokens are exchanged.
 */
final class RefreshCondition implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		AuthgateProperties properties = BoundProperties.of(context.getEnvironment());
		Boolean enabled = properties.endpoints().refresh().enabled();
		return (enabled != null) ? enabled : properties.refresh().enabled();
	}

}
