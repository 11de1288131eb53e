package dev.authgate.spring.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import dev.authgate.contract.session.Together;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200 logins at the same time, each of which would take 19 MiB to compare its password.
 */
class ManyLoginsTests {

	private static final int LOGINS = 200;

	private static final int SMALL_HEAP = 256;

	private static final int USUAL_HEAP = 1024;

	private static final int ROUNDS = 15;

	private static final String[] APP = { "authgate.login.token=true", "authgate.users.accounts[0].username=ada",
			"authgate.users.accounts[0].password=" + Customer.PASSWORD, "authgate.default-authenticator=api-key" };

	private final AtomicInteger name = new AtomicInteger();

	/**
	 * Together they would take 3.8 GiB, and no throttle keeps them out here: as many are
	 * compared at once as fit into a quarter of the heap.
	 */
	@Test
	void whenManyLogInThenHeapIsBounded() throws Exception {
		try (SmallProcess app = start(SMALL_HEAP, "authgate.users.throttle.enabled=false")) {
			long before = app.usedMebibytes();
			CompletableFuture<List<Integer>> logins = CompletableFuture
				.supplyAsync(() -> Together.run(LOGINS, () -> logIn(app, "user" + this.name.incrementAndGet())));
			long peak = 0;
			while (!logins.isDone()) {
				peak = Math.max(peak, app.usedMebibytes());
			}
			assertThat(logins.join()).contains(401).allMatch((status) -> status == 401 || status == 503);
			assertThat(peak).isBetween(before, before + SMALL_HEAP / 2);
			System.out.println("In use before " + before + " MiB, at most " + peak + " MiB, of " + SMALL_HEAP);
			assertThat(logIn(app, "ada")).isEqualTo(200);
		}
	}

	/**
	 * Each round is of another account, of which ten logins are compared.
	 */
	@Test
	@EnabledIfSystemProperty(named = "authgate.soak", matches = "true", disabledReason = "run it with -Psoak")
	void whenManyLogInThenOthersHardlyWait() throws Exception {
		try (SmallProcess app = start(USUAL_HEAP, "authgate.users.throttle.address=1000000/15m")) {
			long end = System.nanoTime() + 10_000_000_000L;
			p99(app, () -> System.nanoTime() < end);
			long quietEnd = System.nanoTime() + 10_000_000_000L;
			double quiet = p99(app, () -> System.nanoTime() < quietEnd);
			CompletableFuture<Void> logins = CompletableFuture.runAsync(() -> rounds(app));
			double busy = p99(app, () -> !logins.isDone());
			logins.join();
			System.out.printf("p99 of another route: %.2f ms, with logins %.2f ms, ratio %.2f%n", quiet, busy,
					busy / quiet);
			assertThat(busy).isLessThan(2 * quiet);
		}
	}

	private void rounds(SmallProcess app) {
		for (int i = 0; i < ROUNDS; i++) {
			String name = "user" + this.name.incrementAndGet();
			List<Integer> statuses = Together.run(LOGINS, () -> logIn(app, name));
			assertThat(Collections.frequency(statuses, 429)).isEqualTo(LOGINS - 10);
		}
	}

	private static double p99(SmallProcess app, BooleanSupplier goesOn) throws IOException, InterruptedException {
		HttpClient client = HttpClient.newHttpClient();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + "/api/user"))
			.header("X-API-Key", TestApp.READER)
			.build();
		List<Long> nanos = new ArrayList<>();
		while (goesOn.getAsBoolean()) {
			long begin = System.nanoTime();
			HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
			nanos.add(System.nanoTime() - begin);
			assertThat(response.statusCode()).isEqualTo(200);
		}
		Collections.sort(nanos);
		return nanos.get(nanos.size() * 99 / 100) / 1e6;
	}

	private static int logIn(SmallProcess app, String name) {
		return Wire.to(app.port())
			.json("POST /login", "{\"username\":\"" + name + "\",\"password\":\"" + Customer.PASSWORD + "\"}")
			.status();
	}

	private static SmallProcess start(int mebibytes, String property) throws IOException {
		List<String> properties = new ArrayList<>(List.of(APP));
		properties.add(property);
		return SmallProcess.start(mebibytes, properties.toArray(String[]::new));
	}

}
