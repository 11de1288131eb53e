package dev.authgate.spring.autoconfigure;

import java.util.List;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when keys of our own tokens are configured, right or wrong.
 */
final class TokenKeysCondition implements Condition {

	private static final List<String> NAMES = List.of("authgate.jwt.secret", "authgate.jwt.keys");

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		return NAMES.stream()
			.anyMatch((name) -> environment.containsProperty(name) || ConfiguredKeys.anyUnder(name, environment));
	}

}
