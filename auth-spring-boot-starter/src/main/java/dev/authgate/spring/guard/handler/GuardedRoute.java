package dev.authgate.spring.guard.handler;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.authgate.spring.guard.model.Declaration;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A handler with its routes and what its annotations declare.
 * <p>
 * Immutable.
 */
public final class GuardedRoute {

	private static final List<HttpMethod> ALL_BUT_OPTIONS = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

	private final @Nullable HandlerMapping mapping;

	private final Class<?> type;

	private final @Nullable HandlerMethod handler;

	private final Declaration declaration;

	private final Set<Declaration> declarations;

	private final Set<PathPattern> patterns;

	private final Set<String> methods;

	private final boolean dependsOnParameters;

	private final boolean conditional;

	GuardedRoute(HandlerMapping mapping, RequestMappingInfo info, HandlerMethod handler, Declaration declaration) {
		PathPatternsRequestCondition paths = info.getPathPatternsCondition();
		this.mapping = mapping;
		this.type = handler.getBeanType();
		this.handler = handler;
		this.declaration = declaration;
		this.declarations = Set.of(declaration);
		this.patterns = (paths != null) ? paths.getPatterns() : Set.of();
		this.methods = info.getMethodsCondition()
			.getMethods()
			.stream()
			.map(RequestMethod::name)
			.collect(Collectors.toUnmodifiableSet());
		this.dependsOnParameters = !info.getParamsCondition().isEmpty();
		this.conditional = this.dependsOnParameters || !info.getHeadersCondition().isEmpty()
				|| !info.getConsumesCondition().isEmpty() || !info.getProducesCondition().isEmpty()
				|| !info.getVersionCondition().isEmpty() || info.getCustomCondition() != null;
	}

	/**
	 * Makes the route of sockets.
	 */
	GuardedRoute(HandlerMapping mapping, PathPattern pattern, Class<?> type, Declaration declaration) {
		this.mapping = mapping;
		this.type = type;
		this.handler = null;
		this.declaration = declaration;
		this.declarations = Set.of(declaration);
		this.patterns = Set.of(pattern);
		this.methods = Set.of();
		this.dependsOnParameters = false;
		this.conditional = true;
	}

	/**
	 * Makes the route of sockets that the container opens.
	 */
	GuardedRoute(ContainerSockets.Socket socket, Declaration declaration) {
		this.mapping = null;
		this.type = socket.type();
		this.handler = null;
		this.declaration = declaration;
		this.declarations = Set.of(declaration);
		this.patterns = Set.of(socket.pattern());
		this.methods = Set.of(HttpMethod.GET.name());
		this.dependsOnParameters = false;
		this.conditional = true;
	}

	/**
	 * Gives the mapping that chooses the handler, {@code null} if the container does.
	 */
	@Nullable HandlerMapping mapping() {
		return this.mapping;
	}

	/**
	 * Gives the class that handles.
	 */
	public Class<?> type() {
		return this.type;
	}

	/**
	 * Gives the method that handles, {@code null} for sockets.
	 */
	public @Nullable HandlerMethod handler() {
		return this.handler;
	}

	public Declaration declaration() {
		return this.declaration;
	}

	/**
	 * Gives the declaration as the only member of a set.
	 */
	Set<Declaration> declarations() {
		return this.declarations;
	}

	public Set<PathPattern> patterns() {
		return this.patterns;
	}

	/**
	 * Tells whether parameters of a request decide if the handler is chosen.
	 */
	boolean dependsOnParameters() {
		return this.dependsOnParameters;
	}

	/**
	 * Tells whether more than path and method decides if the handler is chosen.
	 */
	boolean isConditional() {
		return this.conditional;
	}

	// HEAD is answered by the handler of GET.
	boolean takes(String method) {
		return this.methods.isEmpty() || this.methods.contains(method)
				|| (method.equals("HEAD") && this.methods.contains("GET"));
	}

	/**
	 * Gives the methods whose requests reach the handler.
	 */
	public List<HttpMethod> requestMethods() {
		List<HttpMethod> taken = ALL_BUT_OPTIONS.stream().filter((method) -> takes(method.name())).toList();
		return taken.isEmpty() ? this.methods.stream().map(HttpMethod::valueOf).toList() : taken;
	}

	/**
	 * Describes some of the methods whose requests reach the handler.
	 */
	public String describe(List<String> names) {
		if (names.size() == ALL_BUT_OPTIONS.size()) {
			return "*";
		}
		return names.stream()
			.filter((name) -> !name.equals("HEAD") || !names.contains("GET"))
			.sorted()
			.collect(Collectors.joining(","));
	}

	/**
	 * Names the handler in reports and failures.
	 */
	public String name() {
		return this.type.getSimpleName() + ((this.handler != null) ? "." + this.handler.getMethod().getName() : "");
	}

}
