package dev.authgate.spring.autoconfigure.store;

import java.util.stream.Stream;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Holds where something is to be kept in the application's database.
 */
final class JdbcIsChosen implements Condition {

	private static final String KIND = "jdbc";

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return Stream.of("authgate.store", "authgate.users.store", "authgate.audit.store")
			.anyMatch((name) -> KIND.equalsIgnoreCase(context.getEnvironment().getProperty(name)));
	}

}
