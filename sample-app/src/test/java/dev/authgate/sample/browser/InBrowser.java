package dev.authgate.sample.browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The workspace on a real port, and a fresh browser for each test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class InBrowser {

	@LocalServerPort
	private int port;

	Browser browser;

	@BeforeEach
	void open() {
		this.browser = another();
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	/**
	 * Opens a browser of somebody else.
	 */
	Browser another() {
		return Browser.open(this.port);
	}

}
