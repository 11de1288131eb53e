package dev.authgate.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Commands with the answers that a page shows, typed into a real shell.
 */
public final class Transcript {

	private static final String END = "<end of command>";

	private Transcript() {
	}

	/**
	 * Runs the commands against a server and compares the answers.
	 */
	public static void assertTrueOf(String transcript, int port) throws IOException, InterruptedException {
		assumeTrue(run("command -v curl").endsWith("curl\n"), "curl is not installed");
		List<String> commands = new ArrayList<>();
		List<String> answers = new ArrayList<>();
		for (String block : transcript.replace("localhost:8080", "localhost:" + port).split("\n\n")) {
			String[] lines = block.split("\n", 2);
			commands.add(lines[0].substring("$ ".length()) + "\nprintf '\\n" + END + "'");
			answers.add((lines.length > 1) ? lines[1] : "");
		}
		List<String> printed = List.of(run(String.join("\n", commands)).split(END));
		assertThat(printed.stream().map(String::strip)).containsExactlyElementsOf(answers);
	}

	private static String run(String script) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
		String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		shell.waitFor();
		return output;
	}

}
