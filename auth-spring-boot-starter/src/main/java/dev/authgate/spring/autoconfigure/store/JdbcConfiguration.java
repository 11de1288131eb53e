package dev.authgate.spring.autoconfigure.store;

import javax.sql.DataSource;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.JdbcSchema;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.store.JdbcProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application's database, where something is to be kept there.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(JdbcIsChosen.class)
@ConditionalOnClass({ JdbcClient.class, DataSourceScriptDatabaseInitializer.class })
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class JdbcConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JdbcSchema authgateJdbcSchema(ObjectProvider<DataSource> dataSources, AuthgateProperties properties) {
		JdbcProperties jdbc = properties.jdbc();
		return new JdbcSchema(database(dataSources), DatabaseInitializationMode.valueOf(jdbc.initializeSchema().name()),
				jdbc.platform(), jdbc.schema());
	}

	@Bean
	@ConditionalOnMissingBean
	@DependsOnDatabaseInitialization
	JdbcAccess authgateJdbcAccess(ObjectProvider<DataSource> dataSources) {
		return new JdbcAccess(database(dataSources));
	}

	private static DataSource database(ObjectProvider<DataSource> dataSources) {
		DataSource database = dataSources.getIfUnique();
		if (database == null) {
			boolean none = dataSources.stream().findAny().isEmpty();
			throw new MisconfigurationException(
					"authgate.store, authgate.users.store or authgate.audit.store is jdbc, and the application has "
							+ (none ? "no DataSource." : "several DataSources."),
					none ? "Set spring.datasource.url and add the driver of your database, or set the property to memory."
							: "Mark one of them with @Primary.");
		}
		return database;
	}

}
