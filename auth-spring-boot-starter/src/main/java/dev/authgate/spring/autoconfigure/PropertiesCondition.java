package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.settings.BoundProperties;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Checks the properties before any condition on one of them is evaluated: a placeholder
 * that Spring cannot resolve there is reported with the value around it.
 */
final class PropertiesCondition implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		BoundProperties.of(context.getEnvironment());
		return true;
	}

}
