package dev.authgate.sample.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that everybody may see, in a browser that keeps to their policy.
 */
class FixedPagesBrowserTests extends InBrowser {

	@ParameterizedTest
	@ValueSource(strings = { "/docs", "/signup" })
	void whenPageIsReadThenShownWithoutComplaint(String path) {
		this.browser.go(path).keep("fixed" + path.replace('/', '-'));
		assertThat(this.browser.text()).isNotBlank();
		assertThat(this.browser.complaints()).isEmpty();
	}

}
