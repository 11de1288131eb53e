package dev.authgate.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import dev.authgate.docs.jwt.TokenKeyFiles;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.session.data.redis.autoconfigure.SessionDataRedisAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The application that the pages talk of, configured by one of their snippets.
 */
@Configuration(proxyBeanMethods = false)
// The sample's profile for several instances brings them along.
@EnableAutoConfiguration(exclude = { DataRedisAutoConfiguration.class, SessionDataRedisAutoConfiguration.class })
@Import(DocsApplication.Handlers.class)
public class DocsApplication {

	static {
		TokenKeyFiles.write();
	}

	/**
	 * Starts the application on any port.
	 * @param yaml its configuration
	 * @param sources what it has besides
	 * @param properties what counts more than the configuration, as {@code name=value}
	 */
	public static ConfigurableApplicationContext start(Path yaml, List<Class<?>> sources, String... properties) {
		Path environment = Page.PROJECT.resolve("sample-app/src/test/resources/docs/environment.properties");
		List<String> arguments = new ArrayList<>(
				List.of("--server.port=0", "--spring.main.banner-mode=off", "--authgate.report.enabled=false",
						"--spring.config.location=" + environment.toUri() + "," + yaml.toUri()));
		for (String property : properties) {
			arguments.add("--" + property);
		}
		return new SpringApplicationBuilder(DocsApplication.class).sources(sources.toArray(Class<?>[]::new))
			.run(arguments.toArray(String[]::new));
	}

	public static int port(ConfigurableApplicationContext application) {
		return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@RestController
	static class Handlers {

		@GetMapping("/api/user")
		AuthUser user(AuthUser user) {
			return user;
		}

		@RequirePermission("threads:write")
		@GetMapping("/api/drafts")
		List<String> drafts() {
			return List.of();
		}

	}

}
