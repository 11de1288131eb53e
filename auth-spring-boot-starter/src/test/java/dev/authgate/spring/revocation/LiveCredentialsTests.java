package dev.authgate.spring.revocation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.PermissionSet;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.secret.Secret;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.web.AppliedGuard;
import dev.authgate.spring.web.authentication.ServletAuthRequest;
import dev.authgate.spring.web.origin.Proxies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.servlet.http.HttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials that come with requests over a real connection, and are followed from then
 * on.
 */
class LiveCredentialsTests {

	private static final String KEY = "X-API-Key: " + TestApp.READER;

	private final TestApp app = TestApp.serving(Opening.class)
		.with("authgate.api-keys.keys[0].id=first", "authgate.default-authenticator=api-key, badge, forwarded-user",
				"authgate.roles.guard=threads:write", "authgate.forwarded-user.trusted-proxies=127.0.0.1");

	@BeforeEach
	void start() {
		this.app.start();
	}

	@AfterEach
	void stop() {
		this.app.close();
	}

	@Test
	void whenKeyChangesThenCallerDoes() {
		LiveCredential followed = open(KEY);
		assertThat(permissionsOf(followed)).containsExactly("threads:read");
		this.app.bean(ApiKeyStore.class)
			.register(ApiKey.builder(Secret.of(TestApp.READER))
				.id("first")
				.app("reader")
				.permissions(PermissionSet.of("threads:write"))
				.build());
		assertThat(permissionsOf(followed)).containsExactly("threads:write");
		this.app.bean(ApiKeyStore.class).revoke("first");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenOwnAuthenticatorTellsThenWhatRolesMeanIsGranted() {
		LiveCredential followed = open("Badge: ada");
		assertThat(permissionsOf(followed)).isEmpty();
		this.app.bean(Badges.class).promoted.set("guard");
		assertThat(permissionsOf(followed)).containsExactly("threads:write");
		this.app.bean(Badges.class).promoted.set("nobody");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenNobodyCanTellThenVoidOnceTheUserIsTakenBack() {
		LiveCredential followed = open("X-Forwarded-User: ada");
		LiveCredential other = open("X-Forwarded-User: eve");
		this.app.bean(Revocations.class).revokeUser("ada");
		assertThat(followed.caller()).isNull();
		assertThat(other.caller()).isNotNull();
		assertThat(open("X-Forwarded-User: ada").caller()).isNotNull();
	}

	/** What only asks makes nothing of sessions. */
	@Test
	void whenNothingIsEverTakenBackThenNothingIsMadeForIt() {
		assertThat(open("X-Forwarded-User: ada").caller()).isNotNull();
		assertThat(open(KEY).caller()).isNotNull();
		assertThat(this.app.isMade("authgateLiveCredentials")).isTrue();
		assertThat(this.app.isMade("authgateRevocations")).isFalse();
		assertThat(this.app.isMade("authgateRevocationStore")).isFalse();
	}

	private LiveCredential open(String header) {
		assertThat(this.app.client().post("/open", "", header).status()).isEqualTo(200);
		List<LiveCredential> opened = this.app.bean(Opening.class).opened;
		return opened.get(opened.size() - 1);
	}

	private static PermissionSet permissionsOf(LiveCredential followed) {
		return Objects.requireNonNull(followed.caller()).user().permissions();
	}

	@RestController
	@Configuration(proxyBeanMethods = false)
	static class Opening {

		private final List<LiveCredential> opened = new CopyOnWriteArrayList<>();

		private final LiveCredentials following;

		private final Proxies proxies;

		Opening(LiveCredentials following, Proxies proxies) {
			this.following = following;
			this.proxies = proxies;
		}

		@PostMapping("/open")
		@Authenticated
		void open(HttpServletRequest request) {
			AppliedGuard applied = Objects.requireNonNull(AppliedGuard.of(request));
			this.opened.add(this.following.follow(applied.guard(), new ServletAuthRequest(request, null, this.proxies),
					Objects.requireNonNull(applied.caller())));
		}

		@Bean
		static Badges badge() {
			return new Badges();
		}

	}

	static final class Badges implements LiveAuthenticator {

		private final AtomicReference<String> promoted = new AtomicReference<>("guest");

		@Override
		public AuthenticationResult authenticate(AuthRequest request) {
			List<String> badge = request.headers("Badge");
			return badge.isEmpty() ? AuthenticationResult.notPresent()
					: AuthenticationResult.authenticated(Caller.of(AuthUser.of(badge.get(0)), "badge"));
		}

		@Override
		public LiveCredential follow(AuthRequest request, Caller caller) {
			return () -> now(caller);
		}

		private @Nullable Caller now(Caller caller) {
			return switch (this.promoted.get()) {
				case "guest" -> caller;
				case "nobody" -> null;
				default -> caller.withRoles(Set.of(this.promoted.get()));
			};
		}

	}

}
