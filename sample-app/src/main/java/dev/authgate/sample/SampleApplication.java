package dev.authgate.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A small team workspace: agents, files and threads behind API keys and tokens.
 */
@SpringBootApplication(proxyBeanMethods = false)
public final class SampleApplication {

	/**
	 * Starts the workspace on port 8080.
	 * @param args properties of Spring Boot, such as {@code --server.port=9000}
	 */
	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

}
