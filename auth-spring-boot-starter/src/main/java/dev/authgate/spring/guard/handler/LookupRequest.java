package dev.authgate.spring.guard.handler;

import java.io.BufferedReader;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.DispatcherServlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;

/**
 * A request shown to handler mappings to ask who would serve it, without a trace: its
 * attributes are its own, its body is closed, its parameters are those of the query.
 * <p>
 * For use by the thread that serves the request.
 */
final class LookupRequest extends HttpServletRequestWrapper {

	private static final Object REMOVED = new Object();

	private final Map<String, Object> attributes = new HashMap<>();

	private final Supplier<MultiValueMap<String, String>> query = SingletonSupplier
		.of(() -> QueryParameters.parse(getQueryString()));

	LookupRequest(HttpServletRequest request) {
		super(request);
		// Tells mappings that the path was parsed already, as it is within the
		// dispatcher.
		this.attributes.put(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, REMOVED);
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		Object own = this.attributes.get(name);
		if (own == null) {
			return super.getAttribute(name);
		}
		boolean removed = own == REMOVED && !DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE.equals(name);
		return removed ? null : own;
	}

	@Override
	public Enumeration<String> getAttributeNames() {
		Set<String> names = new LinkedHashSet<>(Collections.list(super.getAttributeNames()));
		names.addAll(this.attributes.keySet());
		names.removeIf((name) -> getAttribute(name) == null);
		return Collections.enumeration(names);
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.attributes.put(name, (value != null) ? value : REMOVED);
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.put(name, REMOVED);
	}

	@Override
	public @Nullable String getParameter(String name) {
		return this.query.get().getFirst(name);
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> map = new HashMap<>();
		this.query.get().forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
		return map;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.query.get().keySet());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.query.get().containsKey(name) ? this.query.get().get(name).toArray(String[]::new) : null;
	}

	@Override
	public ServletInputStream getInputStream() {
		throw closed();
	}

	@Override
	public BufferedReader getReader() {
		throw closed();
	}

	@Override
	public Collection<Part> getParts() {
		throw closed();
	}

	@Override
	public Part getPart(String name) {
		throw closed();
	}

	private static IllegalStateException closed() {
		return new IllegalStateException("No body is read before the caller is authenticated");
	}

}
