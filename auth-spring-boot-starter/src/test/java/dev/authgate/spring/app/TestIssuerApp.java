package dev.authgate.spring.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that accepts the tokens of one issuer and knows nobody else.
 */
final class TestIssuerApp {

	private TestIssuerApp() {
	}

	static TestApp of(String issuer) {
		return trusting(TestApp.bare(Application.class).with("logging.level.dev.authgate.audit=debug"), 0, "main",
				issuer);
	}

	static TestApp ofAll(List<String> issuers) {
		TestApp app = TestApp.bare(Application.class);
		for (int i = 0; i < issuers.size(); i++) {
			trusting(app, i, "issuer-" + i, issuers.get(i))
				.with("authgate.jwt.trusted-issuers[" + i + "].user-id-prefix=" + i + ":");
		}
		return app;
	}

	private static TestApp trusting(TestApp app, int index, String name, String issuer) {
		String prefix = "authgate.jwt.trusted-issuers[" + index + "].";
		return app.with(prefix + "name=" + name, prefix + "issuer=" + issuer, prefix + "audiences=api",
				prefix + "timeout=2s", prefix + "claims.permissions=scope", prefix + "claims.role=realm_access.roles");
	}

	static String claims(String issuer, String subject, String more) {
		return "{\"iss\":\"" + issuer + "\",\"sub\":" + subject + ",\"aud\":[\"api\"],\"exp\":99999999999" + more + "}";
	}

	static RawResponse get(TestApp app, String path, String token) {
		return app.get(path, "Authorization: Bearer " + token);
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Handlers.class, Audit.class })
	static class Application {

		@Bean
		DrivenClock clock() {
			return new DrivenClock();
		}

	}

	static final class Audit {

		final List<CredentialRejected> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(CredentialRejected event) {
			this.events.add(event);
		}

	}

	static final class DrivenClock extends Clock {

		private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000));

		void pass(Duration time) {
			this.now.updateAndGet((instant) -> instant.plus(time));
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now.get();
		}

	}

	@RestController
	static class Handlers {

		@GetMapping("/api/user")
		AuthUser user(AuthUser user) {
			return user;
		}

		@RequirePermission("threads:read")
		@GetMapping("/api/threads")
		String threads() {
			return "threads";
		}

		@RequireRole("editor")
		@GetMapping("/api/editor")
		String editor() {
			return "editor";
		}

	}

}
