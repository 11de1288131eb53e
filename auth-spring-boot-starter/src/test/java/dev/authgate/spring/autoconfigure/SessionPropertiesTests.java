package dev.authgate.spring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.authgate.revocation.Revocations;
import dev.authgate.session.SessionLimits;
import dev.authgate.session.SessionRules;
import dev.authgate.session.Sessions;
import dev.authgate.spring.MisconfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of sessions and refresh tokens, each property set alone.
 */
class SessionPropertiesTests {

	private static final WebApplicationContextRunner APPLICATION = TestApplications.runner()
		.withPropertyValues("authgate.jwt.secret=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b");

	@Test
	void whenNothingIsSetThenDefaults() {
		assertThat(rules("authgate.report.enabled=false", (rules) -> rules)).isEqualTo(new SessionRules(
				new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), 10),
				new SessionLimits(Duration.ofDays(30), Duration.ofDays(90), 20), Duration.ofHours(24), Duration.ZERO));
	}

	@Test
	void whenLimitsOfBrowsersAreSetThenThose() {
		assertThat(rules("authgate.session.idle-timeout=5m", (rules) -> rules.browser().idleTimeout()))
			.isEqualTo(Duration.ofMinutes(5));
		assertThat(rules("authgate.session.absolute-timeout=2h", (rules) -> rules.browser().absoluteTimeout()))
			.isEqualTo(Duration.ofHours(2));
		assertThat(rules("authgate.session.max-per-user=1", (rules) -> rules.browser().maxPerUser())).isEqualTo(1);
	}

	@Test
	void whenLimitsOfClientsAreSetThenThose() {
		assertThat(rules("authgate.refresh.time-to-live=7d", (rules) -> rules.client().idleTimeout()))
			.isEqualTo(Duration.ofDays(7));
		assertThat(rules("authgate.refresh.absolute-timeout=60d", (rules) -> rules.client().absoluteTimeout()))
			.isEqualTo(Duration.ofDays(60));
		assertThat(rules("authgate.refresh.max-per-user=3", (rules) -> rules.client().maxPerUser())).isEqualTo(3);
		assertThat(rules("authgate.refresh.grace=5s", SessionRules::grace)).isEqualTo(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@CsvSource({ "authgate.session.idle-timeout, 0s", "authgate.session.absolute-timeout, -1h",
			"authgate.session.max-per-user, 0", "authgate.refresh.time-to-live, 10ms",
			"authgate.refresh.absolute-timeout, 36500d", "authgate.refresh.max-per-user, -1",
			"authgate.refresh.grace, -1s", "authgate.refresh.grace, 10m", "authgate.revocation.retention, 0s" })
	void whenValueCannotWorkThenRefused(String property, String value) {
		APPLICATION.withPropertyValues(property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(MisconfigurationException.class)
				.hasMessageStartingWith(property + " is "));
	}

	@Test
	void whenNobodyAsksThenNothingIsMade() {
		TestApplications.runner()
			.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0")
			.run((context) -> {
				assertThat(context.getBeanFactory().containsSingleton("authgateRevocations")).isFalse();
				assertThat(context.getBeanFactory().containsSingleton("authgateSessions")).isFalse();
			});
	}

	@Test
	void whenApplicationAsksThenEverythingIsThere() {
		APPLICATION.run((context) -> {
			assertThat(context).hasSingleBean(Revocations.class);
			assertThat(context.getBean(Sessions.class).of("ada")).isEmpty();
		});
	}

	private static Object rules(String property, Function<SessionRules, Object> part) {
		List<Object> found = new ArrayList<>();
		APPLICATION.withPropertyValues(property)
			.run((context) -> found.add(part.apply(context.getBean(SessionRules.class))));
		return found.get(0);
	}

}
