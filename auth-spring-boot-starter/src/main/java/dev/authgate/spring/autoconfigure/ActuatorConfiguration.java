package dev.authgate.spring.autoconfigure;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.authgate.secret.Secret;
import dev.authgate.spring.actuate.ActuatorRules;
import dev.authgate.spring.actuate.SecretSanitizer;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.login.UsersProperties.AccountProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The actuator's rules, and secrets that it does not tell.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ PathMappedEndpoints.class, ManagementPortType.class })
final class ActuatorConfiguration {

	@Bean
	RuleContributor authgateActuatorRules(ObjectProvider<PathMappedEndpoints> endpoints, RequirementReader requirements,
			Environment environment) {
		boolean separate = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
		return (configured) -> endpoints.stream()
			.flatMap((paths) -> new ActuatorRules(paths, requirements, separate).rules(configured).stream())
			.toList();
	}

	@Bean
	SanitizingFunction authgateSecretSanitizer(AuthgateProperties properties) {
		Stream<Secret> keys = properties.apiKeys()
			.keys()
			.stream()
			.flatMap((key) -> Stream.of(Optional.ofNullable(key.key()), Optional.ofNullable(key.keyHash())))
			.flatMap(Optional::stream);
		Stream<Secret> tokens = properties.jwt()
			.keys()
			.stream()
			.flatMap((key) -> Stream.of(Optional.ofNullable(key.secret()), Optional.ofNullable(key.privateKey()),
					Optional.ofNullable(key.jwk())))
			.flatMap(Optional::stream);
		Stream<Secret> passwords = Stream.concat(
				properties.users().accounts().stream().map(AccountProperties::password),
				Stream.ofNullable(properties.users().bootstrap().password()));
		return new SecretSanitizer(Stream
			.of(keys, tokens, passwords.filter(Objects::nonNull), Stream.ofNullable(properties.jwt().secret()))
			.flatMap((secrets) -> secrets)
			.toList());
	}

}
