package dev.authgate.spring.websocket.endpoint;

import java.util.List;
import java.util.stream.IntStream;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.Route;
import dev.authgate.spring.websocket.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * No spelling of a path, and no other handshake, is a way around a guard.
 */
class EndpointPathTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Hall.class)
		.route(0, "paths=/rooms/*", "permissions=users:read")
		.with("authgate.websocket.limits.max-per-user=100")
		.key(3, "both-key-0123456789ab", "both", "threads:read, users:read");

	@ParameterizedTest
	@ValueSource(strings = { "/rooms/a/", "/rooms/a;x=1", "/rooms//a", "//rooms/a", "/ROOMS/a", "/rooms/%61/",
			"/%72ooms/a/", "/x/..//rooms/a", "/rooms/a%2f", "/rooms/.", "/rooms/a%2fb", "/rooms/%2e" })
	void whenPathIsSpelledInAnotherWayThenRuleIsNotPassedBy(String path) {
		assertThat(open(path, "X-API-Key: " + TestApp.READER).status()).isNotEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rooms/a", "/%72ooms/a", "/rooms/%61" })
	void whenPathIsTheSameThenRuleHolds(String path) throws InterruptedException {
		assertThat(open(path, "X-API-Key: " + TestApp.READER).status()).isEqualTo(403);
		try (Socket socket = open(path, "X-API-Key: both-key-0123456789ab")) {
			assertThat(socket.ask("room")).isEqualTo("a");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain/", "/open/a/", "/maybe/" })
	void whenPathHasOneMoreSlashThenNothingOpens(String path) {
		assertThat(open(path).status()).isNotEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /plain", "POST /plain", "GET /open/a", "HEAD /made" })
	void whenNoSocketIsAskedForThenNobodyIsLetIn(String request) {
		assertThat(Wire.to(APP.port()).send(request).status()).isEqualTo(401);
	}

	@Test
	void whenRoutesAreListedThenEndpointsAreAmongThem() {
		assertThat(APP.bean(Guards.class).routes()).filteredOn((route) -> route.handler().endsWith("Endpoint"))
			.extracting(Route::methods, Route::pattern, Route::handler, (route) -> route.guard().access().name())
			.contains(tuple("GET", "/rooms/{room}", "RoomEndpoint", "REQUIRED"),
					tuple("GET", "/open/{name}", "OpenEndpoint", "PUBLIC"));
	}

	@Test
	void whenManyShakeHandsAtOnceThenEachIsWhoItIs() {
		List<String> keys = List.of(TestApp.READER, TestApp.WRITER, TestApp.ADMIN);
		List<String> names = List.of("reader", "writer", "admin");
		boolean all = IntStream.range(0, 120).parallel().allMatch((i) -> {
			try (Socket socket = open("/plain", "X-API-Key: " + keys.get(i % 3))) {
				return names.get(i % 3).equals(socket.ask("who"));
			}
			catch (InterruptedException ex) {
				return false;
			}
		});
		assertThat(all).isTrue();
	}

	private static Socket open(String path, String... headers) {
		return Socket.open(APP.port(), path, headers);
	}

}
