package dev.authgate.spring.guard.rule;

import java.util.Comparator;

import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Declaration;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import jakarta.servlet.http.HttpServletRequest;

/**
 * One rule of the configuration: what holds for the requests of one path pattern and
 * method.
 * <p>
 * Immutable.
 */
public final class RouteRule {

	static final Comparator<RouteRule> MOST_SPECIFIC_FIRST = Comparator
		.comparing((RouteRule rule) -> rule.pattern, PathPattern.SPECIFICITY_COMPARATOR)
		.thenComparing((rule) -> rule.builtIn)
		.thenComparing((rule) -> rule.method == null)
		.thenComparing((rule) -> !HttpMethod.HEAD.equals(rule.method))
		.thenComparing((rule) -> rule.opens());

	private final PathPattern pattern;

	private final RequestMatcher matcher;

	private final @Nullable HttpMethod method;

	private final Declaration declaration;

	private final boolean builtIn;

	RouteRule(String path, @Nullable HttpMethod method, Declaration declaration,
			PathPatternRequestMatcher.Builder matchers) {
		this(PathPatternParser.defaultInstance.parse(path), matchers.matcher(path), method, declaration, false);
	}

	private RouteRule(PathPattern pattern, RequestMatcher matcher, @Nullable HttpMethod method, Declaration declaration,
			boolean builtIn) {
		this.pattern = pattern;
		this.matcher = matcher;
		this.method = method;
		this.declaration = declaration;
		this.builtIn = builtIn;
	}

	RouteRule asBuiltIn() {
		return new RouteRule(this.pattern, this.matcher, this.method, this.declaration, true);
	}

	boolean matches(HttpServletRequest request) {
		return matchesMethod(request.getMethod()) && this.matcher.matches(request);
	}

	// HEAD is answered by the handler of GET, so it must be guarded like GET.
	boolean matchesMethod(String requested) {
		if (this.method == null) {
			return true;
		}
		return this.method.name().equals(requested)
				|| (this.method.equals(HttpMethod.GET) && HttpMethod.HEAD.name().equals(requested));
	}

	boolean covers(PathPattern other) {
		return PatternCoverage.covers(this.pattern, other);
	}

	boolean isSameRouteAs(RouteRule other) {
		boolean sameMethod = (this.method == null) ? other.method == null : this.method.equals(other.method);
		return sameMethod && this.builtIn == other.builtIn && PatternCoverage.covers(this.pattern, other.pattern)
				&& PatternCoverage.covers(other.pattern, this.pattern);
	}

	boolean names(String requested) {
		return this.method != null && this.method.name().equals(requested);
	}

	boolean isBuiltIn() {
		return this.builtIn;
	}

	// Of two equally specific rules the stricter holds.
	private boolean opens() {
		Access access = this.declaration.access();
		return access != null && access.admitsAnonymous();
	}

	public PathPattern pattern() {
		return this.pattern;
	}

	public @Nullable HttpMethod method() {
		return this.method;
	}

	public Declaration declaration() {
		return this.declaration;
	}

	@Override
	public String toString() {
		return ((this.method != null) ? this.method.name() + " " : "") + this.pattern.getPatternString();
	}

}
