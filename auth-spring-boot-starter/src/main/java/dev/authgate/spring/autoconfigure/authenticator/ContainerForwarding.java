package dev.authgate.spring.autoconfigure.authenticator;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Tells whether the container itself replaces the peer's address by what a header says.
 */
final class ContainerForwarding {

	private ContainerForwarding() {
	}

	static boolean isOn(Environment environment) {
		boolean tomcatIsTold = List.of("remote-ip-header", "protocol-header")
			.stream()
			.anyMatch((name) -> StringUtils.hasText(environment.getProperty("server.tomcat.remoteip." + name)));
		String strategy = environment.getProperty("server.forward-headers-strategy");
		CloudPlatform platform = CloudPlatform.getActive(environment);
		boolean nativeStrategy = (strategy != null)
				? !List.of("none", "framework").contains(strategy.toLowerCase(Locale.ROOT))
				: platform != null && platform.isUsingForwardHeaders();
		return tomcatIsTold || nativeStrategy;
	}

}
