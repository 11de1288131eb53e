package dev.authgate.spring.autoconfigure.token;

import dev.authgate.spring.settings.BoundProperties;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Tells whether tokens of other issuers are accepted.
 */
final class TrustedIssuersCondition implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return !BoundProperties.of(context.getEnvironment()).jwt().trustedIssuers().isEmpty();
	}

}
