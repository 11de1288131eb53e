package dev.authgate.spring.actuate;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;

/**
 * The rules of the actuator: health is open; what else reads needs {@code actuator:read},
 * what changes something {@code actuator:write}.
 * <p>
 * On a port of its own everything is the actuator's, and no public path of the
 * application opens anything there.
 */
public final class ActuatorRules implements RuleContributor {

	private static final EndpointId HEALTH = EndpointId.of("health");

	private static final List<String> READING = List.of("GET");

	private final PathMappedEndpoints endpoints;

	private final RequirementReader requirements;

	private final boolean separatePort;

	/**
	 * Makes the rules.
	 * @param endpoints knows the paths of the endpoints
	 * @param requirements reads what is required
	 * @param separatePort whether they are served on a port of their own
	 */
	public ActuatorRules(PathMappedEndpoints endpoints, RequirementReader requirements, boolean separatePort) {
		this.endpoints = endpoints;
		this.requirements = requirements;
		this.separatePort = separatePort;
	}

	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		Scope scope = this.separatePort ? Scope.MANAGEMENT : Scope.BUILT_IN;
		List<RuleSource> rules = new ArrayList<>();
		List<String> guarded = this.separatePort ? List.of("/**") : guardedPaths();
		rules.add(requiring("actuator:read", guarded, READING, scope));
		rules.add(requiring("actuator:write", guarded, List.of(), scope));
		List<String> health = healthPaths();
		if (!health.isEmpty()) {
			rules.add(RuleSource.open("actuator health", health, READING, scope));
		}
		List<String> probes = List.copyOf(this.endpoints.getAdditionalPaths(WebServerNamespace.SERVER, HEALTH));
		if (!probes.isEmpty()) {
			rules.add(RuleSource.open("actuator health", probes, READING, Scope.BUILT_IN));
		}
		if (this.separatePort) {
			configured.forEach((rule) -> addForEndpoints(rule, rules));
		}
		return rules;
	}

	// What the user says of an endpoint follows it to its port; what else opens paths of
	// the application does not.
	private void addForEndpoints(RuleSource rule, List<RuleSource> rules) {
		String base = this.endpoints.getBasePath();
		List<String> paths = rule.paths()
			.stream()
			.filter((path) -> base.length() > 1 && (path.equals(base) || path.startsWith(base + "/")))
			.toList();
		if (!paths.isEmpty()) {
			rules.add(rule.on(paths, Scope.MANAGEMENT_CONFIGURED));
		}
	}

	private List<String> healthPaths() {
		String health = this.endpoints.getPath(HEALTH);
		if (health == null) {
			return List.of();
		}
		List<String> paths = withDescendants(health);
		if (this.separatePort) {
			paths.addAll(this.endpoints.getAdditionalPaths(WebServerNamespace.MANAGEMENT, HEALTH));
		}
		return paths;
	}

	private List<String> guardedPaths() {
		String base = this.endpoints.getBasePath();
		if (base.length() > 1) {
			return withDescendants(base);
		}
		String health = this.endpoints.getPath(HEALTH);
		return this.endpoints.getAllPaths()
			.stream()
			.filter((path) -> !path.equals(health))
			.flatMap((path) -> withDescendants(path).stream())
			.toList();
	}

	private static List<String> withDescendants(String path) {
		return new ArrayList<>(List.of(path, path + "/**"));
	}

	private RuleSource requiring(String permission, List<String> paths, List<String> methods, Scope scope) {
		return new RuleSource("actuator", paths, methods, null, null,
				this.requirements.permissions(List.of(permission), false, "the actuator"), scope);
	}

}
