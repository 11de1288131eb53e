package dev.authgate.spring.settings.store;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tables in the application's database.
 *
 * @param initializeSchema Whether the tables are made at start.
 * @param platform Name of the database in the name of the script. Found out by default.
 * @param schema Script that makes the tables.
 */
public record JdbcProperties(@DefaultValue("embedded") SchemaMode initializeSchema, @Nullable String platform,
		@DefaultValue("classpath:dev/authgate/spring/jdbc/schema-@@platform@@.sql") String schema) {

	/**
	 * When tables are made.
	 */
	public enum SchemaMode {

		/** At every start, where they are missing. */
		ALWAYS,
		/** In a database that lives in this process. */
		EMBEDDED,
		/** By somebody else, a migration tool say. */
		NEVER

	}

}
