package dev.authgate.benchmark.floor;

import java.io.IOException;
import java.util.Collection;

import dev.authgate.benchmark.app.Thing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

final class BareGuardFilter implements Filter {

	private final PermissionLookup lookup;

	BareGuardFilter(PermissionLookup lookup) {
		this.lookup = lookup;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletResponse httpResponse = (HttpServletResponse) response;
		httpResponse.setHeader("X-Content-Type-Options", "nosniff");
		httpResponse.setHeader("X-Frame-Options", "DENY");
		httpResponse.setHeader("Cache-Control", "no-store");
		Collection<String> permissions = this.lookup.permissionsOf((HttpServletRequest) request);
		if (permissions == null) {
			httpResponse.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else if (!permissions.contains(Thing.READ)) {
			httpResponse.setStatus(HttpServletResponse.SC_FORBIDDEN);
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
