package dev.authgate.spring.guard.handler;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The name of the servlet that dispatches to the handlers of the application.
 * <p>
 * What annotations say about a handler says nothing about another servlet, even if that
 * serves a path which ends alike. Immutable.
 *
 * @param name the name, empty if there is no such servlet or more than one
 */
record DispatcherName(String name) {

	private static final String BOOT_NAME = "dispatcherServlet";

	static DispatcherName in(@Nullable ServletContext context) {
		Map<String, ? extends ServletRegistration> servlets = (context != null) ? context.getServletRegistrations()
				: Map.of();
		if (servlets.isEmpty() || servlets.containsKey(BOOT_NAME)) {
			return new DispatcherName(BOOT_NAME);
		}
		List<String> names = servlets.entrySet()
			.stream()
			.filter((entry) -> dispatches(entry.getValue().getClassName()))
			.map(Map.Entry::getKey)
			.toList();
		return new DispatcherName((names.size() == 1) ? names.get(0) : "");
	}

	/**
	 * Tells whether a request goes to that servlet, as far as its container knows.
	 */
	boolean takes(HttpServletRequest request) {
		String servlet = request.getHttpServletMapping().getServletName();
		return servlet.isEmpty() || servlet.equals(this.name);
	}

	private static boolean dispatches(@Nullable String className) {
		return className != null && ClassUtils.isPresent(className, null)
				&& DispatcherServlet.class.isAssignableFrom(ClassUtils.resolveClassName(className, null));
	}

}
