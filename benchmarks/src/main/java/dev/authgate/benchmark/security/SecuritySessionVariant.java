package dev.authgate.benchmark.security;

import dev.authgate.benchmark.app.Login;
import dev.authgate.benchmark.app.Logins;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Has a login form, CSRF protection and sessions, and checks permissions by
 * {@code @PreAuthorize}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import(PreAuthorizedThings.class)
public final class SecuritySessionVariant {

	// The login is sent without the page that has the token.
	@Bean
	SecurityFilterChain chain(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.ignoringRequestMatchers(Login.PATH))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.formLogin(Customizer.withDefaults())
			.exceptionHandling(
					(errors) -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
						.accessDeniedHandler((request, response, denied) -> response.setStatus(403)))
			.build();
	}

	@Bean
	UserDetailsService people() {
		return new InMemoryUserDetailsManager(person(Login.READER, "SCOPE_things:read"),
				person(Login.STRANGER, "SCOPE_nothing"));
	}

	@Bean
	Logins logins() {
		return Logins.people();
	}

	private static UserDetails person(Login login, String authority) {
		return User.withUsername(login.username()).password(Login.PASSWORD_HASH).authorities(authority).build();
	}

}
