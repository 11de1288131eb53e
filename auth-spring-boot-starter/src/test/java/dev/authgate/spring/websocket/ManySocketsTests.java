package dev.authgate.spring.websocket;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.revocation.Revocations;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.autoconfigure.AuthgateAutoConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 2,000 sockets of 100 users.
 */
class ManySocketsTests {

	private static final int USERS = 100;

	private static final int SOCKETS_OF_EACH = 20;

	private static final int ROUNDS = 5;

	private static final long NOISE = 50_000;

	/**
	 * L8: within two seconds, by the check that runs in the application, and nobody else
	 * notices.
	 */
	@Test
	void whenOneUserIsRevokedThenItsSocketsAreClosedInTime() throws Exception {
		try (TestApp app = app().start()) {
			List<List<Socket>> sockets = openAll(app, tokens(app));
			List<Socket> revoked = sockets.remove(7);
			Instant before = Instant.now();
			app.bean(Revocations.class).revokeUser("user7");
			for (Socket socket : revoked) {
				assertThat(socket.closing()).isEqualTo("1008 revoked");
			}
			Duration took = Duration.between(before, Instant.now());
			System.out.println("20 of 2,000 sockets closed in " + took.toMillis() + " ms");
			assertThat(took).isLessThan(Duration.ofSeconds(2));
			assertThat(sockets).allSatisfy((own) -> assertThat(own).allMatch(Socket::isOpen));
			assertThat(sockets.get(USERS - 2).get(0).ask("who")).isEqualTo("user99");
			sockets.forEach((own) -> own.forEach(Socket::close));
		}
	}

	/**
	 * What is ours costs no more than 1 KB for each idle socket, beside what the
	 * container and the clients of this process need. These keep the headers of the
	 * answer, so there are none of ours.
	 */
	@Test
	@EnabledIfSystemProperty(named = "authgate.soak", matches = "true")
	void whenSocketsAreIdleThenLittleOfTheHeapIsOurs() throws Exception {
		List<String> tokens;
		try (TestApp app = app().start()) {
			tokens = tokens(app);
		}
		long[] differences = new long[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			long plain = heapOfSockets(TestApp.bare(Desk.class).with("spring.autoconfigure.exclude=" + noSecurity()),
					tokens);
			differences[i] = (heapOfSockets(app(), tokens) - plain) / (USERS * SOCKETS_OF_EACH);
			System.out.println("Bytes of ours for each idle socket: " + differences[i]);
		}
		Arrays.sort(differences);
		assertThat(differences[ROUNDS / 2]).isLessThanOrEqualTo(1024);
	}

	private static TestApp app() {
		return TestApp.serving(Desk.class)
			.tokens()
			.with("authgate.default-authenticator=jwt", "authgate.store=memory", "authgate.login.token=true",
					"authgate.users.accounts[0].username=root",
					"authgate.users.accounts[0].password={bcrypt}$2a$04$RsS9GSQkS3B2M4M00Xw6I.v1Kyu4eAXcbuaB6QkLsYVtkR5/eAZny",
					"authgate.websocket.limits.handshakes=1000000/1m", "authgate.headers.enabled=false");
	}

	private static String noSecurity() {
		return String.join(",", AuthgateAutoConfiguration.class.getName(), SecurityAutoConfiguration.class.getName(),
				UserDetailsServiceAutoConfiguration.class.getName(), SecurityFilterAutoConfiguration.class.getName(),
				ServletWebSecurityAutoConfiguration.class.getName(),
				ManagementWebSecurityAutoConfiguration.class.getName());
	}

	private static long heapOfSockets(TestApp described, List<String> tokens) {
		try (TestApp app = described.start()) {
			try (Socket warm = Socket.open(app.port(), "/plain", tokens.get(0))) {
				assertThat(warm.status()).isEqualTo(101);
			}
			long before = used();
			List<List<Socket>> sockets = openAll(app, tokens);
			long held = used() - before;
			sockets.forEach((own) -> own.forEach(Socket::leave));
			sockets.forEach((own) -> own.forEach(ManySocketsTests::awaitEnd));
			return held;
		}
	}

	private static void awaitEnd(Socket socket) {
		try {
			socket.closing();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	// What was open before is let go of by threads of the server and of the clients.
	private static long used() {
		AtomicLong least = new AtomicLong(Long.MAX_VALUE);
		Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500)).until(() -> {
			System.gc();
			long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
			long before = least.getAndAccumulate(now, Math::min);
			return now >= before - NOISE && now <= before + NOISE;
		});
		return least.get();
	}

	private static List<List<Socket>> openAll(TestApp app, List<String> tokens) {
		List<List<Socket>> sockets = new ArrayList<>();
		for (String token : tokens) {
			List<Socket> own = new ArrayList<>();
			for (int j = 0; j < SOCKETS_OF_EACH; j++) {
				Socket socket = Socket.open(app.port(), "/plain", token);
				assertThat(socket.status()).isEqualTo(101);
				own.add(socket);
			}
			sockets.add(own);
		}
		if (app.has(OpenSockets.class)) {
			Awaitility.await().until(() -> app.bean(OpenSockets.class).size() >= USERS * SOCKETS_OF_EACH);
		}
		return sockets;
	}

	private static List<String> tokens(TestApp app) {
		List<String> tokens = new ArrayList<>();
		for (int i = 0; i < USERS; i++) {
			AuthUser user = AuthUser.of("user" + i, "threads:read", "threads:write");
			tokens.add("Authorization: Bearer " + app.bean(JwtIssuer.class).issue(user));
		}
		return tokens;
	}

}
