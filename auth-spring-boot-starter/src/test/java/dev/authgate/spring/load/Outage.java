package dev.authgate.spring.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountName;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountState;
import dev.authgate.secret.Secret;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.UserHandlers;
import dev.authgate.spring.load.Answer.Kind;
import dev.authgate.spring.server.FreePort;
import dev.authgate.spring.server.RealPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A real PostgreSQL that is stopped and started again under an application with clients.
 */
final class Outage implements AutoCloseable {

	/** How many clients there are. */
	static final int CUSTOMERS = 6;

	private static final Duration BEFORE = Duration.ofSeconds(2);

	private static final Duration LOST = Duration.ofSeconds(3);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final int port = FreePort.find();

	private final Path data;

	private EmbeddedPostgres postgres;

	private final TestApp app;

	private final List<Customer> customers;

	private long stopping;

	private long stopped;

	private long starting;

	Outage(Path data) {
		this.data = data;
		this.postgres = RealPostgres.start(this.port, data);
		this.app = TestApp.bare(UserHandlers.class, Encoder.class)
			.tokens()
			.with("spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"), "authgate.store=jdbc",
					"authgate.users.store=jdbc", "authgate.jdbc.initialize-schema=always", "authgate.login.token=true",
					"authgate.login.form=true", "authgate.refresh.enabled=true", "authgate.refresh.max-per-user=10000",
					"authgate.session.max-per-user=10000", "authgate.default-authenticator=jwt, session")
			.start();
		this.customers = IntStream.range(0, CUSTOMERS).mapToObj(this::customer).toList();
	}

	/**
	 * Lets the clients go on while the database is stopped, lost for a time, and started.
	 */
	void run() throws Exception {
		AtomicBoolean goesOn = new AtomicBoolean(true);
		ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS);
		try {
			List<Future<Customer>> runs = IntStream.range(0, CUSTOMERS)
				.mapToObj((number) -> threads.submit(() -> this.customers.get(number).run(number, goesOn::get)))
				.toList();
			interrupt();
			await(PATIENCE, this::allIsGood);
			goesOn.set(false);
			for (Future<Customer> run : runs) {
				run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			}
		}
		finally {
			goesOn.set(false);
			threads.shutdownNow();
		}
	}

	/**
	 * Gives the answers that had come before the database was stopped.
	 */
	List<Answer> before() {
		return answers().filter((answer) -> answer.ended() < this.stopping).toList();
	}

	/**
	 * Gives the answers to what was asked for, and answered, while there was no database.
	 * @param since how long it had been lost
	 */
	List<Answer> whileLost(Duration since) {
		return answers()
			.filter((answer) -> answer.began() > this.stopped + since.toNanos() && answer.ended() < this.starting)
			.toList();
	}

	/**
	 * Tells whether each client got each kind of good answer since the start.
	 */
	boolean allIsGood() {
		return this.customers.stream()
			.allMatch((customer) -> Arrays.stream(Kind.values())
				.allMatch((kind) -> customer.answers()
					.stream()
					.anyMatch((answer) -> answer.kind() == kind && answer.isGood() && answer.began() > this.starting)));
	}

	Stream<Answer> answers() {
		return this.customers.stream().flatMap((customer) -> customer.answers().stream());
	}

	List<Customer> customers() {
		return this.customers;
	}

	long count(String condition) {
		return JdbcClient.create(this.postgres.getPostgresDatabase())
			.sql("SELECT COUNT(*) FROM authgate_session WHERE " + condition)
			.query(Long.class)
			.single();
	}

	@Override
	public void close() throws IOException {
		this.app.close();
		this.postgres.close();
	}

	private void interrupt() throws IOException {
		await(BEFORE, () -> false);
		this.stopping = System.nanoTime();
		this.postgres.close();
		this.stopped = System.nanoTime();
		await(PATIENCE, () -> isEverythingAnsweredSince(this.stopped + LOST.toNanos()));
		this.starting = System.nanoTime();
		this.postgres = RealPostgres.start(this.port, this.data);
	}

	private boolean isEverythingAnsweredSince(long nanos) {
		return answers().filter((answer) -> answer.began() > nanos)
			.map(Answer::kind)
			.collect(Collectors.toSet())
			.containsAll(EnumSet.allOf(Kind.class));
	}

	private Customer customer(int number) {
		String name = "user" + number;
		this.app.bean(AccountRepository.class)
			.insert(new Account(new AuthUser("id" + number, Map.of(), PermissionSet.of("threads:read")),
					new AccountName(name, null),
					Secret.of(this.app.bean(PasswordEncoder.class).encode(Customer.PASSWORD)), Set.of(),
					AccountState.initial()));
		return new Customer(name, this.app.port());
	}

	private static void await(Duration time, BooleanSupplier condition) {
		long begin = System.nanoTime();
		while (System.nanoTime() - begin < time.toNanos() && !condition.getAsBoolean()) {
			LockSupport.parkNanos(20_000_000);
		}
	}

	/**
	 * Passwords that cost little to verify.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Encoder {

		@Bean
		PasswordEncoder encoder() {
			return new BCryptPasswordEncoder(4);
		}

	}

}
