package dev.authgate.spring.web.caller;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/**
 * Whom Spring Security's events of failure tell of: nobody, because who presents a wrong
 * credential is not known.
 */
public final class RefusedAuthentication extends UsernamePasswordAuthenticationToken {

	private static final String NOBODY = "unknown";

	RefusedAuthentication() {
		super(NOBODY, null);
	}

}
