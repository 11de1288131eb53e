package dev.authgate.spring.autoconfigure.guard;

import java.util.Arrays;
import java.util.List;

import dev.authgate.spring.settings.ConfiguredKeys;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.ClassUtils;

/**
 * Warns of configuration of Spring Boot's that our chain makes ineffective: Boot adds its
 * chains only where there is no other.
 */
final class ReplacedChains implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(ReplacedChains.class);

	private static final List<ReplacedChain> KNOWN = List.of(new ReplacedChain("spring.security.oauth2.resourceserver",
			"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
			"Spring Boot's resource server accepts no token",
			"Configure authgate.jwt, or publish a SecurityFilterChain with oauth2ResourceServer() for the paths of those tokens"),
			new ReplacedChain("spring.security.oauth2.client",
					"org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
					"Spring Boot's OAuth2 login logs nobody in; clients for outgoing calls still work",
					"Configure authgate.login, or publish a SecurityFilterChain with oauth2Login() for the paths of that login"));

	private final ListableBeanFactory beans;

	private final Environment environment;

	ReplacedChains(ListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String[] chains = this.beans.getBeanNamesForType(SecurityFilterChain.class);
		if (Arrays.equals(chains, new String[] { GuardChainRegistrar.CHAIN })) {
			KNOWN.stream().filter(this::isConfigured).forEach(ReplacedChain::warn);
		}
	}

	private boolean isConfigured(ReplacedChain chain) {
		return ClassUtils.isPresent(chain.autoConfiguration(), getClass().getClassLoader())
				&& ConfiguredKeys.anyUnder(chain.properties(), this.environment);
	}

	/**
	 * A chain that Boot would add.
	 */
	private record ReplacedChain(String properties, String autoConfiguration, String effect, String remedy) {

		void warn() {
			logger.warn(this.properties + ".* is set, but authgate guards every request: " + this.effect + ". "
					+ this.remedy + ".");
		}

	}

}
