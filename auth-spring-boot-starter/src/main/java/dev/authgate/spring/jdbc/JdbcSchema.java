package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;

/**
 * Makes the tables of all stores at the start of an application.
 * <p>
 * A bean of this type takes the place of the built-in one.
 */
public final class JdbcSchema extends DataSourceScriptDatabaseInitializer {

	/**
	 * Describes what to run.
	 * @param dataSource the database
	 * @param mode when to run it
	 * @param platform the name of the database in the name of the script, {@code null} to
	 * find it out
	 * @param script the location of the script, in which {@code @@platform@@} stands for
	 * the name of the database
	 */
	public JdbcSchema(DataSource dataSource, DatabaseInitializationMode mode, @Nullable String platform,
			String script) {
		super(dataSource, settings(dataSource, mode, platform, script));
	}

	private static DatabaseInitializationSettings settings(DataSource dataSource, DatabaseInitializationMode mode,
			@Nullable String platform, String script) {
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setMode(mode);
		PlatformPlaceholderDatabaseDriverResolver resolver = new PlatformPlaceholderDatabaseDriverResolver()
			.withDriverPlatform(DatabaseDriver.MYSQL, "mariadb");
		if (mode != DatabaseInitializationMode.NEVER) {
			settings.setSchemaLocations((platform != null) ? resolver.resolveAll(platform, script)
					: resolver.resolveAll(dataSource, script));
		}
		return settings;
	}

}
