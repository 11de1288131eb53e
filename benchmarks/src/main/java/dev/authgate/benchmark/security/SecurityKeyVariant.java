package dev.authgate.benchmark.security;

import java.util.Map;

import dev.authgate.benchmark.app.Credentials;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Reads an API key in a filter written by hand, and checks permissions by
 * {@code @PreAuthorize}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import(PreAuthorizedThings.class)
public final class SecurityKeyVariant {

	@Bean
	SecurityFilterChain chain(HttpSecurity http) {
		var keys = Map.of(Credentials.READER_KEY, AuthorityUtils.createAuthorityList("SCOPE_things:read"),
				Credentials.STRANGER_KEY, AuthorityUtils.NO_AUTHORITIES);
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling(
					(errors) -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
						.accessDeniedHandler((request, response, denied) -> response.setStatus(403)))
			.addFilterBefore(new ApiKeyFilter(keys), UsernamePasswordAuthenticationFilter.class)
			.build();
	}

	@Bean
	Credentials credentials() {
		return Credentials.apiKeys();
	}

}
