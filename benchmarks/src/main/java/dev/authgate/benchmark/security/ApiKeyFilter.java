package dev.authgate.benchmark.security;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.authgate.benchmark.app.Credential;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

final class ApiKeyFilter extends OncePerRequestFilter {

	private final WebAuthenticationDetailsSource details = new WebAuthenticationDetailsSource();

	private final Map<String, List<GrantedAuthority>> authoritiesByKey;

	ApiKeyFilter(Map<String, List<GrantedAuthority>> authoritiesByKey) {
		this.authoritiesByKey = authoritiesByKey;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String key = request.getHeader(Credential.API_KEY_HEADER);
		List<GrantedAuthority> authorities = (key != null) ? this.authoritiesByKey.get(key) : null;
		if (authorities != null) {
			var authentication = new UsernamePasswordAuthenticationToken("client_1", null, authorities);
			authentication.setDetails(this.details.buildDetails(request));
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(authentication);
			SecurityContextHolder.setContext(context);
		}
		chain.doFilter(request, response);
	}

}
