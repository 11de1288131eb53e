package dev.authgate.benchmark.floor;

import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

import jakarta.servlet.Filter;

final class Floor {

	private Floor() {
	}

	static SecurityFilterChain chain(PermissionLookup lookup) {
		Filter contextHolder = new SecurityContextHolderFilter(new RequestAttributeSecurityContextRepository());
		return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, contextHolder, new BareGuardFilter(lookup));
	}

}
