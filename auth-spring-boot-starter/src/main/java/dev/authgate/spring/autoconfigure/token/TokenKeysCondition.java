package dev.authgate.spring.autoconfigure.token;

import java.util.List;

import dev.authgate.spring.settings.ConfiguredKeys;

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
		return NAMES.stream().anyMatch((name) -> ConfiguredKeys.isSet(name, environment));
	}

}
