package dev.authgate.readme;

import dev.authgate.docs.Transcript;
import dev.authgate.sample.SampleApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The tour of the README, command by command, in a real shell against the real sample.
 */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ReadmeTourTests {

	@LocalServerPort
	private int port;

	@Test
	void whenCommandsAreTypedThenAnswersAreAsShown() throws Exception {
		Transcript.assertTrueOf(Readme.snippets("console").get(0).text(), this.port);
	}

}
