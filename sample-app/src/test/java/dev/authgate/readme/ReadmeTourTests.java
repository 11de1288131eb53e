package dev.authgate.readme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.authgate.sample.SampleApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The tour of the README, command by command, in a real shell against the real sample.
 */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ReadmeTourTests {

	private static final String END = "<end of command>";

	@LocalServerPort
	private int port;

	@Test
	void whenCommandsAreTypedThenAnswersAreAsShown() throws Exception {
		assumeTrue(run("command -v curl").endsWith("curl\n"), "curl is not installed");
		String tour = Readme.snippets("console").get(0).text().replace("localhost:8080", "localhost:" + this.port);
		List<String> commands = new ArrayList<>();
		List<String> answers = new ArrayList<>();
		for (String block : tour.split("\n\n")) {
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
