package dev.authgate.spring.autoconfigure.authenticator;

import java.util.List;

import dev.authgate.http.ClientAddresses;
import dev.authgate.http.TrustedProxies;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.ConfiguredKeys;
import dev.authgate.spring.settings.authenticator.HttpProperties.ForwardedUser;
import dev.authgate.spring.web.origin.Proxies;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The proxies that are believed.
 */
@Configuration(proxyBeanMethods = false)
public final class ProxiesConfiguration {

	private static final String WHERE = "authgate.forwarded-user.trusted-proxies";

	@Bean
	TrustedProxies authgateTrustedProxies(AuthgateProperties properties, Environment environment) {
		List<String> networks = properties.forwardedUser().trustedProxies();
		if (networks == null) {
			refuseWithoutProxies(environment);
			return TrustedProxies.none();
		}
		if (networks.isEmpty()) {
			throw new MisconfigurationException(WHERE + " is empty.",
					"Name the network of your proxies, for example 10.0.0.0/8, or remove the line.");
		}
		if (ContainerForwarding.isOn(environment)) {
			throw new MisconfigurationException(
					WHERE + " is set, but the container replaces the address of the proxy by what a header says, "
							+ "so that nobody can tell a proxy from anybody else.",
					"Set\n    server.forward-headers-strategy: framework\nand remove server.tomcat.remoteip.*.");
		}
		try {
			return TrustedProxies.of(networks);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(WHERE + ": " + ex.getMessage() + ".", "Correct the entry.");
		}
	}

	@Bean
	Proxies authgateProxies(AuthgateProperties properties, TrustedProxies proxies) {
		ForwardedUser forwarded = properties.forwardedUser();
		return (forwarded.trustedProxies() != null)
				? new Proxies(new ClientAddresses(proxies, forwarded.clientAddressHeader())) : Proxies.none();
	}

	private static void refuseWithoutProxies(Environment environment) {
		if (ConfiguredKeys.anyUnder("authgate.forwarded-user", environment)) {
			throw new MisconfigurationException(
					"authgate.forwarded-user says what proxies send, but not which proxies are believed.",
					"Set\n    " + WHERE + ": 10.0.0.0/8\nwith the network of your proxies.");
		}
	}

}
