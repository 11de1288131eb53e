package dev.authgate.spring.autoconfigure.guard;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.AuthgateProperties.RouteProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import jakarta.servlet.ServletContext;

/**
 * What the table of guards is compiled from, besides the handlers.
 *
 * @param properties the configuration
 * @param requirements reads what is required
 * @param contributors add built-in rules
 * @param matchers makes the matchers of the application's routes
 * @param servletContext the servlet context of the application
 */
record GuardSources(AuthgateProperties properties, RequirementReader requirements,
		ObjectProvider<RuleContributor> contributors, PathPatternRequestMatcher.Builder matchers,
		@Nullable ServletContext servletContext) {

	List<RuleSource> rules() {
		List<RuleSource> rules = new ArrayList<>();
		List<RouteProperties> routes = this.properties.routes();
		for (int i = 0; i < routes.size(); i++) {
			rules.add(rule(routes.get(i), "authgate.routes[" + i + "]"));
		}
		List<RuleSource> configured = List.copyOf(rules);
		List<String> open = this.properties.publicPaths();
		for (int i = 0; i < open.size(); i++) {
			rules.add(RuleSource.open("authgate.public-paths[" + i + "]", List.of(open.get(i)), List.of(),
					Scope.CONFIGURED));
		}
		this.contributors.orderedStream().forEach((contributor) -> rules.addAll(contributor.rules(configured)));
		return rules;
	}

	private RuleSource rule(RouteProperties route, String where) {
		Requirement requirement = requirement(route, where);
		boolean says = route.authenticator() != null || route.access() != null || !requirement.isNone();
		if (!says) {
			throw new MisconfigurationException(where + " says nothing about its paths.",
					"Add access, authenticator, permissions, any-permission, roles or policy.");
		}
		if (route.access() == Access.PUBLIC && !requirement.isNone()) {
			throw new MisconfigurationException(where + " is public, and requires permissions or roles of its callers.",
					"Remove access: public, or what is required.");
		}
		return new RuleSource(where, route.paths(), route.methods(), route.authenticator(), route.access(), requirement,
				Scope.CONFIGURED);
	}

	private Requirement requirement(RouteProperties route, String where) {
		Requirement requirement = Requirement.NONE;
		if (route.permissions() != null) {
			requirement = this.requirements.permissions(route.permissions(), false, where + ".permissions");
		}
		if (route.anyPermission() != null) {
			requirement = requirement
				.and(this.requirements.permissions(route.anyPermission(), true, where + ".any-permission"));
		}
		if (route.roles() != null) {
			requirement = requirement.and(this.requirements.roles(route.roles(), where + ".roles"));
		}
		return (route.policy() != null) ? requirement.and(this.requirements.policies(route.policy(), where + ".policy"))
				: requirement;
	}

}
