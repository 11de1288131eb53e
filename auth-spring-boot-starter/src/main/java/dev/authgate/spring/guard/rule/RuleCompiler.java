package dev.authgate.spring.guard.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.Declaration;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Turns configured rules into compiled ones, and refuses those that say nothing or cannot
 * be matched.
 */
public final class RuleCompiler {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	private final Authenticators authenticators;

	public RuleCompiler(Authenticators authenticators) {
		this.authenticators = authenticators;
	}

	public List<RouteRule> compile(RuleSource source, PathPatternRequestMatcher.Builder matchers) {
		refuseUnknownNames(source);
		refuseOpenRequirement(source);
		Declaration declaration = new Declaration(source.authenticators(), source.access(), source.requirement(),
				source.source(), Declaration.Kind.REQUESTS);
		List<RouteRule> rules = new ArrayList<>();
		for (String path : source.paths()) {
			refuseRelative(path, source.source());
			if (source.methods().isEmpty()) {
				rules.add(rule(source, path, null, declaration, matchers));
			}
			for (String method : source.methods()) {
				rules.add(rule(source, path, method(method, source.source()), declaration, matchers));
			}
		}
		return rules;
	}

	private void refuseUnknownNames(RuleSource source) {
		if (source.paths().isEmpty()) {
			throw new MisconfigurationException(source.source() + " names no path.",
					"Add paths, for example paths: /api/**");
		}
		if (source.authenticators() != null) {
			if (source.authenticators().isEmpty()) {
				throw new MisconfigurationException(source.source() + " has an empty list of authenticators.",
						"Name an authenticator, or leave the list out for the default ones.");
			}
			this.authenticators.resolve(source.authenticators(), source.source());
		}
	}

	private static void refuseOpenRequirement(RuleSource source) {
		if (source.access() == Access.PUBLIC && (source.authenticators() != null || !source.requirement().isNone())) {
			throw new MisconfigurationException(source.source() + " is public, and yet says who is let through.",
					"Remove access: public, or the authenticator, permissions and roles beside it.");
		}
	}

	private static void refuseRelative(String path, String source) {
		if (!path.startsWith("/")) {
			throw new MisconfigurationException(source + " names the path '" + path + "'.",
					"Start it with a slash: /" + path);
		}
	}

	private static RouteRule rule(RuleSource source, String path, @Nullable HttpMethod method, Declaration declaration,
			PathPatternRequestMatcher.Builder matchers) {
		try {
			RouteRule rule = new RouteRule(path, method, declaration, matchers);
			return source.scope().isBuiltIn() ? rule.asBuiltIn() : rule;
		}
		catch (PatternParseException ex) {
			throw new MisconfigurationException(
					source.source() + " names the path '" + path + "', which is no pattern: " + ex.getMessage(),
					"Use /literal, /{variable}, /* for one segment, and /** at the end for any number.");
		}
	}

	private static HttpMethod method(String method, String source) {
		if (!METHODS.contains(method.toUpperCase(Locale.ROOT))) {
			throw new MisconfigurationException(source + " names the method '" + method + "'.",
					"Name one of " + String.join(", ", METHODS.stream().sorted().toList()) + ".");
		}
		return HttpMethod.valueOf(method.toUpperCase(Locale.ROOT));
	}

}
