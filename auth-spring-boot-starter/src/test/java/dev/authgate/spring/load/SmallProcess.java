package dev.authgate.spring.load;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.UserHandlers;

/**
 * An application in a process of its own, whose heap is small.
 */
final class SmallProcess implements AutoCloseable {

	private static final String READY = "ready ";

	private final Process process;

	private final BufferedReader out;

	private final BufferedWriter in;

	private final int port;

	private SmallProcess(Process process) throws IOException {
		this.process = process;
		this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		this.in = process.outputWriter(StandardCharsets.UTF_8);
		this.port = (int) next();
	}

	/**
	 * Starts one.
	 * @param heapMebibytes the greatest size of its heap
	 * @param properties what the application is configured with
	 */
	static SmallProcess start(int heapMebibytes, String... properties) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Xmx" + heapMebibytes + "m", "-XX:+ExitOnOutOfMemoryError", "-cp",
						System.getProperty("java.class.path"), SmallProcess.class.getName()));
		command.addAll(List.of(properties));
		return new SmallProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
	}

	int port() {
		return this.port;
	}

	/**
	 * Tells how much of the heap is in use, after all that is not was collected.
	 */
	long usedMebibytes() throws IOException {
		this.in.newLine();
		this.in.flush();
		return next();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	private long next() throws IOException {
		for (String line = this.out.readLine(); line != null; line = this.out.readLine()) {
			if (line.startsWith(READY)) {
				return Long.parseLong(line.substring(READY.length()));
			}
		}
		throw new IOException("The process has ended");
	}

	/**
	 * Is the process: runs the application, and tells for each line it is sent how much
	 * of its heap is in use.
	 */
	public static void main(String[] properties) throws IOException {
		TestApp app = TestApp.serving(UserHandlers.class).tokens().with(properties).start();
		System.out.println(READY + app.port());
		MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
		BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (asked.readLine() != null) {
			memory.gc();
			System.out.println(READY + (memory.getHeapMemoryUsage().getUsed() >> 20));
		}
	}

}
