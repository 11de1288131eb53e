package dev.authgate.spring.autoconfigure.account;

import dev.authgate.spring.settings.BoundProperties;
import dev.authgate.spring.settings.EndpointsProperties;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Holds where an endpoint of accounts is switched on.
 */
final class AccountEndpointsCondition implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		EndpointsProperties endpoints = BoundProperties.of(context.getEnvironment()).endpoints();
		return endpoints.me().enabled() || changesAccounts(endpoints);
	}

	static boolean changesAccounts(EndpointsProperties endpoints) {
		return endpoints.users().enabled() || endpoints.register().enabled() || endpoints.password().enabled()
				|| endpoints.reset().enabled() || endpoints.verify().enabled();
	}

}
