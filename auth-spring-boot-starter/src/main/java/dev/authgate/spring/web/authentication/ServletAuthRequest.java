package dev.authgate.spring.web.authentication;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

import dev.authgate.AuthRequest;
import dev.authgate.spring.guard.handler.QueryParameters;
import dev.authgate.spring.web.origin.LocalCallers;
import dev.authgate.spring.web.origin.NativeRequest;
import dev.authgate.spring.web.origin.Proxies;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A servlet request as authenticators see it.
 * <p>
 * For use by the thread that serves the request.
 */
public final class ServletAuthRequest implements AuthRequest {

	private final HttpServletRequest request;

	private final @Nullable HttpServletResponse response;

	private final Proxies proxies;

	public ServletAuthRequest(HttpServletRequest request, @Nullable HttpServletResponse response, Proxies proxies) {
		this.request = request;
		this.response = response;
		this.proxies = proxies;
	}

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public String path() {
		return NativeRequest.path(this.request);
	}

	@Override
	public List<String> headers(String name) {
		Enumeration<String> values = this.request.getHeaders(name);
		if (values == null || !values.hasMoreElements()) {
			return List.of();
		}
		String first = values.nextElement();
		if (!values.hasMoreElements()) {
			return List.of(first);
		}
		List<String> all = new ArrayList<>();
		all.add(first);
		while (values.hasMoreElements()) {
			all.add(values.nextElement());
		}
		return all;
	}

	@Override
	public List<String> queryParameters(String name) {
		return QueryParameters.parseAll(this.request.getQueryString()).getOrDefault(name, List.of());
	}

	@Override
	public List<String> cookies(String name) {
		Cookie @Nullable [] cookies = this.request.getCookies();
		List<String> values = new ArrayList<>();
		for (Cookie cookie : (cookies != null) ? cookies : new Cookie[0]) {
			if (cookie.getName().equals(name)) {
				values.add(cookie.getValue());
			}
		}
		return values;
	}

	@Override
	public String remoteAddress() {
		return NativeRequest.of(this.request).getRemoteAddr();
	}

	@Override
	public String clientAddress() {
		return this.proxies.clientAddress(this.request);
	}

	public HttpServletRequest request() {
		return this.request;
	}

	public @Nullable HttpServletResponse response() {
		return this.response;
	}

	boolean isLocal(LocalCallers localCallers) {
		return localCallers.isLocal(this.request);
	}

}
