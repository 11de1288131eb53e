package dev.authgate.benchmark;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.mock.web.MockHttpServletResponse;

import jakarta.servlet.ServletException;

/**
 * Takes one permitted request through the whole filter chain and the dispatcher servlet,
 * in every variant.
 * <p>
 * Compilation blocks ({@code -Xbatch}): on a busy machine background compilation falls
 * behind, and the measured iterations would not be warm.
 */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgs = { "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-Xbatch" })
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestBenchmark {

	/**
	 * The variant that is measured; without values JMH takes each of them.
	 */
	@Param
	private Variant variant;

	private InProcessServer server;

	private Credential credential;

	/**
	 * Starts the variant, and logs in where it has a form for that.
	 * @throws ServletException where its dispatcher servlet does not start, or a filter
	 * throws it
	 * @throws IOException where a filter or the servlet throws it
	 */
	@Setup
	public void start() throws ServletException, IOException {
		this.server = new InProcessServer(this.variant);
		Credentials credentials = this.server.credentials();
		this.credential = (credentials != null) ? credentials.reader() : null;
	}

	/**
	 * Stops the variant.
	 */
	@TearDown
	public void stop() {
		this.server.close();
	}

	/**
	 * Takes one request.
	 * @return the response
	 * @throws ServletException where a filter or the servlet throws it
	 * @throws IOException where a filter or the servlet throws it
	 */
	@Benchmark
	public MockHttpServletResponse request() throws ServletException, IOException {
		MockHttpServletResponse response = this.server.get("/api/things/42", this.credential);
		if (response.getStatus() != 200) {
			throw new IllegalStateException("The request was answered with " + response.getStatus());
		}
		return response;
	}

}
