package dev.authgate.spring.autoconfigure.guard;

import java.util.List;

import dev.authgate.spring.web.GuardFilter;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.DefaultLoginPageConfigurer;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

import jakarta.servlet.Filter;

/**
 * Builds the filter chain: what holds the security context, our filter, and whatever the
 * application adds by customizers of its own.
 */
final class GuardChain {

	private final GuardFilter filter;

	private final SecurityContextRepository repository;

	GuardChain(GuardFilter filter, SecurityContextRepository repository) {
		this.filter = filter;
		this.repository = repository;
	}

	@SuppressWarnings("unchecked")
	SecurityFilterChain build(HttpSecurity http) {
		http.csrf(AbstractHttpConfigurer::disable)
			.cors(AbstractHttpConfigurer::disable)
			.exceptionHandling(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.servletApi(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.securityContext((context) -> context.securityContextRepository(this.repository));
		http.removeConfigurer(DefaultLoginPageConfigurer.class);
		http.addFilterAt(this.filter, AuthenticationFilter.class);
		List<Filter> filters = http.build()
			.getFilters()
			.stream()
			.filter((filter) -> !(filter instanceof WebAsyncManagerIntegrationFilter))
			.toList();
		return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters);
	}

}
