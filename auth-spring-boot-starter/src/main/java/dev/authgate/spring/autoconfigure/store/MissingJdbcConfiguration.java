package dev.authgate.spring.autoconfigure.store;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Refuses to keep something in a database without the library for it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional({ JdbcIsChosen.class, MissingJdbcConfiguration.NoLibrary.class })
public final class MissingJdbcConfiguration {

	MissingJdbcConfiguration() {
		throw new MisconfigurationException(
				"authgate.store, authgate.users.store or authgate.audit.store is jdbc, and spring-boot-jdbc is not on the class path.",
				"Add the dependency org.springframework.boot:spring-boot-starter-jdbc and the driver of your database.");
	}

	/**
	 * Holds where a class is missing that the stores need.
	 */
	static final class NoLibrary extends NoneNestedConditions {

		NoLibrary() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		@ConditionalOnClass(name = { "org.springframework.jdbc.core.simple.JdbcClient",
				"org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer" })
		static final class Library {

		}

	}

}
