package dev.authgate.sample.browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that everybody may see, in a browser that keeps to their policy.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FixedPagesBrowserTests {

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = Browser.open(this.port);
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs", "/signup" })
	void whenPageIsReadThenShownWithoutComplaint(String path) {
		this.browser.go(path).keep("fixed" + path.replace('/', '-'));
		assertThat(this.browser.text()).isNotBlank();
		assertThat(this.browser.complaints()).isEmpty();
	}

}
