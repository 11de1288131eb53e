package dev.authgate.spring.websocket.endpoint;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.websocket.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

import jakarta.servlet.http.HttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Endpoints under a filter chain of the application's own, where only what the container
 * chooses is judged.
 */
class EndpointForeignChainTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Hall.class, Chain.class);

	@Test
	void whenChainLetsNobodyInThenRefused() {
		assertThat(open("/made").status()).isEqualTo(401);
	}

	@Test
	void whenChainGrantsOtherAuthorityThenRefused() {
		assertThat(open("/made", "X-Authorities: threads:other").status()).isEqualTo(403);
	}

	@Test
	void whenChainGrantsAuthorityThenOpens() throws InterruptedException {
		try (Socket socket = open("/made", "X-Authorities: threads:read")) {
			assertThat(socket.ask("who")).isEqualTo("legacy");
		}
	}

	private static Socket open(String path, String... headers) {
		return Socket.open(APP.port(), path, headers);
	}

	@Configuration(proxyBeanMethods = false)
	static class Chain {

		@Bean
		SecurityFilterChain legacy(HttpSecurity http) {
			return http.securityMatcher("/made")
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.addFilterBefore((request, response, chain) -> {
					String authorities = ((HttpServletRequest) request).getHeader("X-Authorities");
					if (authorities != null) {
						SecurityContextHolder.getContext()
							.setAuthentication(new TestingAuthenticationToken("legacy", null, authorities));
					}
					chain.doFilter(request, response);
				}, AnonymousAuthenticationFilter.class)
				.build();
		}

	}

}
