package dev.authgate.spring.guard;

import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A handler with its routes and what its annotations declare.
 *
 * @param handler the handler
 * @param patterns the patterns of its paths
 * @param methods its methods, empty for all
 * @param dependsOnParameters whether parameters of a request decide if the handler is
 * chosen
 * @param declaration what its annotations declare
 */
record GuardedRoute(HandlerMethod handler, Set<PathPattern> patterns, Set<HttpMethod> methods,
		boolean dependsOnParameters, Declaration declaration) {

	boolean matches(PathContainer path, String method) {
		return (this.methods.isEmpty() || this.methods.contains(HttpMethod.valueOf(method)))
				&& this.patterns.stream().anyMatch((pattern) -> pattern.matches(path));
	}

}
