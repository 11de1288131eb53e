package dev.authgate.docs.websocket;

import java.util.List;
import java.util.Map;

import dev.authgate.docs.DocsApplication;
import dev.authgate.docs.Page;
import dev.authgate.sample.LiveSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint of the page about WebSockets does what the page says.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EndpointPageTests {

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = DocsApplication.start(
				Page.PROJECT.resolve("sample-app/src/test/resources/docs/websockets/application.yml"),
				List.of(Endpoints.class));
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void whenNothingIsGrantedThenRefused() {
		assertThat(open("key-of-a-stranger-5b70").status()).isEqualTo(403);
	}

	@Test
	void whenWriterTalksThenAnswered() throws Exception {
		try (LiveSocket writer = open("key-of-the-writer-3c1f")) {
			assertThat(writer.ask("hi")).isEqualTo("hi");
		}
	}

	@Test
	void whenReaderTalksThenRefused() throws Exception {
		try (LiveSocket reader = open("key-of-the-reader-8e2a")) {
			assertThat(reader.ask("hi")).contains("\"missing\":[\"threads:write\"]");
		}
	}

	private LiveSocket open(String key) {
		return LiveSocket.open("ws://localhost:" + DocsApplication.port(this.application) + "/echo/one",
				Map.of("X-API-Key", key));
	}

	static class Endpoints {

		@Bean
		ServerEndpointExporter endpoints() {
			ServerEndpointExporter exporter = new ServerEndpointExporter();
			exporter.setAnnotatedEndpointClasses(EchoEndpoint.class);
			return exporter;
		}

	}

}
