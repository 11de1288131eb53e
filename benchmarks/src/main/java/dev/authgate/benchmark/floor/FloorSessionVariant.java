package dev.authgate.benchmark.floor;

import dev.authgate.benchmark.app.Login;
import dev.authgate.benchmark.app.Logins;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Reads from the session who logged in with the form, and looks the name up in a hash
 * map.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FilteredThings.class)
public final class FloorSessionVariant {

	@Bean
	SecurityFilterChain chain() {
		var contexts = new HttpSessionSecurityContextRepository();
		var people = new InMemoryUserDetailsManager(person(Login.READER), person(Login.STRANGER));
		var login = new UsernamePasswordAuthenticationFilter(
				new ProviderManager(new DaoAuthenticationProvider(people)));
		login.setSecurityContextRepository(contexts);
		login.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
		return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new SecurityContextHolderFilter(contexts),
				login, new BareGuardFilter(new SessionLookup()));
	}

	@Bean
	Logins logins() {
		return Logins.people();
	}

	private static UserDetails person(Login login) {
		return User.withUsername(login.username()).password(Login.PASSWORD_HASH).authorities("user").build();
	}

}
