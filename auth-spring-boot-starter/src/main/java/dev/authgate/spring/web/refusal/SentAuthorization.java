package dev.authgate.spring.web.refusal;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

import dev.authgate.AuthorizationHeader;

import org.springframework.http.HttpHeaders;

import jakarta.servlet.http.HttpServletRequest;

/**
 * How the {@code Authorization} header of a refused request looks, without what it
 * carries.
 *
 * @param header the header as it was parsed
 * @param startsAsBearer whether it begins as one with a bearer token does
 */
record SentAuthorization(AuthorizationHeader header, boolean startsAsBearer) {

	private static final String BEARER = "Bearer ";

	static SentAuthorization of(HttpServletRequest request) {
		List<String> values = Collections.list(Objects.requireNonNullElse(request.getHeaders(HttpHeaders.AUTHORIZATION),
				Collections.emptyEnumeration()));
		boolean bearer = !values.isEmpty() && values.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length());
		return new SentAuthorization(AuthorizationHeader.parse(values), bearer);
	}

}
