package dev.authgate.spring.autoconfigure;

import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import dev.authgate.ExpiringStore;
import dev.authgate.revocation.Revocation;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import dev.authgate.session.SessionStore;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.expiry.CleanUp;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.JdbcSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database of the application, where something is to be kept there.
 */
class JdbcStoreTests {

	private static final WebApplicationContextRunner APPLICATION = TestApplications.runner()
		.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0");

	private static final WebApplicationContextRunner WITH_DATABASE = APPLICATION
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "authgate.store=jdbc", "authgate.store=JDBC", "authgate.users.store=jdbc" })
	void whenJdbcIsChosenThenTablesAreThere(String property) {
		WITH_DATABASE.withPropertyValues(property)
			.run((context) -> assertThat(tables(context)).contains("AUTHGATE_ACCOUNT"));
	}

	@Test
	void whenJdbcIsNotChosenThenDatabaseIsLeftAlone() {
		WITH_DATABASE.withPropertyValues("authgate.store=memory").run((context) -> {
			assertThat(context).doesNotHaveBean(JdbcAccess.class);
			assertThat(tables(context)).isEmpty();
		});
	}

	@Test
	void whenSchemaIsNeverMadeThenNoTables() {
		WITH_DATABASE.withPropertyValues("authgate.users.store=jdbc", "authgate.jdbc.initialize-schema=never")
			.run((context) -> assertThat(tables(context)).isEmpty());
	}

	@Test
	void whenPlatformIsNamedThenItsScriptRuns() {
		WITH_DATABASE.withPropertyValues("authgate.store=jdbc", "authgate.jdbc.platform=postgresql")
			.run((context) -> assertThat(tables(context)).contains("AUTHGATE_ACCOUNT"));
	}

	@Test
	void whenScriptIsMissingThenStartFails() {
		WITH_DATABASE.withPropertyValues("authgate.store=jdbc", "authgate.jdbc.schema=classpath:missing.sql")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void whenSchemaIsMadeTwiceThenNothingIsLost() {
		WITH_DATABASE.withPropertyValues("authgate.store=jdbc").run((context) -> {
			context.getBean(JdbcSchema.class).initializeDatabase();
			assertThat(tables(context)).contains("AUTHGATE_ACCOUNT");
		});
	}

	/** O10. */
	@Test
	void whenEntriesHaveExpiredThenTheCleanUpRemovesThemFromAllStores() {
		WITH_DATABASE.withPropertyValues("authgate.store=jdbc").run((context) -> {
			assertThat(context.getBeanProvider(ExpiringStore.class).stream().toList())
				.hasAtLeastOneElementOfType(SessionStore.class)
				.hasAtLeastOneElementOfType(RevocationStore.class);
			RevocationStore store = context.getBean(RevocationStore.class);
			store.raise(new Revocation(RevocationKind.TOKEN, "t1", 1, Instant.now().minusSeconds(1)));
			context.getBean(CleanUp.class).run();
			assertThat(store.changesSince(0).revocations()).isEmpty();
		});
	}

	@Test
	void whenDataSourceIsMissingThenRefused() {
		APPLICATION.withPropertyValues("authgate.store=jdbc")
			.run((context) -> assertThat(refusal(context)).hasMessage(
					"authgate.store, authgate.users.store or authgate.audit.store is jdbc, and the application has no DataSource."));
	}

	@Test
	void whenDataSourcesAreSeveralThenRefused() {
		APPLICATION.withPropertyValues("authgate.users.store=jdbc")
			.withBean("first", DataSource.class, DriverManagerDataSource::new)
			.withBean("second", DataSource.class, DriverManagerDataSource::new)
			.run((context) -> assertThat(refusal(context)).hasMessage(
					"authgate.store, authgate.users.store or authgate.audit.store is jdbc, and the application has several DataSources."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.jdbc", "org.springframework.boot.jdbc" })
	void whenLibraryIsMissingThenRefused(String missing) {
		APPLICATION.withPropertyValues("authgate.store=jdbc")
			.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(refusal(context)).hasMessage(
					"authgate.store, authgate.users.store or authgate.audit.store is jdbc, and spring-boot-jdbc is not on the class path."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.jdbc", "org.springframework.boot.jdbc",
			"org.springframework.boot.sql", "org.springframework.transaction" })
	void whenLibraryIsMissingAndNotNeededThenStarted(String missing) {
		APPLICATION.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static Throwable refusal(AssertableWebApplicationContext context) {
		assertThat(context).hasFailed();
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure());
		assertThat(cause).isInstanceOf(MisconfigurationException.class);
		return cause;
	}

	private static List<String> tables(AssertableWebApplicationContext context) {
		assertThat(context).hasNotFailed();
		return JdbcClient.create(context.getBean(DataSource.class))
			.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")
			.query(String.class)
			.list();
	}

}
