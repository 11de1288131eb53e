package dev.authgate.spring.actuate;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.guard.RequirementReader;
import dev.authgate.spring.guard.RuleContributor;
import dev.authgate.spring.guard.RuleSource;
import dev.authgate.spring.guard.RuleSource.Scope;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
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

	private final String managementBasePath;

	private final boolean separatePort;

	/**
	 * Makes the rules.
	 * @param endpoints knows the paths of the endpoints
	 * @param requirements reads what is required
	 * @param managementBasePath the base path of a management server on its own port
	 * @param separatePort whether there is one
	 */
	public ActuatorRules(PathMappedEndpoints endpoints, RequirementReader requirements, String managementBasePath,
			boolean separatePort) {
		this.endpoints = endpoints;
		this.requirements = requirements;
		this.managementBasePath = managementBasePath;
		this.separatePort = separatePort;
	}

	@Override
	public List<RuleSource> rules() {
		Scope scope = this.separatePort ? Scope.MANAGEMENT : Scope.BUILT_IN;
		String prefix = this.separatePort ? this.managementBasePath : "";
		List<RuleSource> rules = new ArrayList<>();
		List<String> guarded = this.separatePort ? List.of("/**") : guardedPaths();
		rules.add(requiring("actuator:read", guarded, READING, scope));
		rules.add(requiring("actuator:write", guarded, List.of(), scope));
		List<String> health = healthPaths(prefix);
		if (!health.isEmpty()) {
			rules.add(RuleSource.open("actuator health", health, READING, scope));
		}
		List<String> probes = List.copyOf(this.endpoints.getAdditionalPaths(WebServerNamespace.SERVER, HEALTH));
		if (!probes.isEmpty()) {
			rules.add(RuleSource.open("actuator health", probes, READING, Scope.BUILT_IN));
		}
		return rules;
	}

	private List<String> healthPaths(String prefix) {
		PathMappedEndpoint health = this.endpoints.getEndpoint(HEALTH);
		if (health == null) {
			return List.of();
		}
		List<String> paths = new ArrayList<>();
		String path = prefix + this.endpoints.getPath(HEALTH);
		paths.add(path);
		paths.add(path + "/**");
		if (this.separatePort) {
			paths.addAll(this.endpoints.getAdditionalPaths(WebServerNamespace.MANAGEMENT, HEALTH));
		}
		return paths;
	}

	private List<String> guardedPaths() {
		String base = this.endpoints.getBasePath();
		if (!base.isEmpty() && !"/".equals(base)) {
			return List.of(base, base + "/**");
		}
		List<String> paths = new ArrayList<>();
		this.endpoints.getAllPaths().forEach((path) -> {
			paths.add(path);
			paths.add(path + "/**");
		});
		return paths;
	}

	private RuleSource requiring(String permission, List<String> paths, List<String> methods, Scope scope) {
		return new RuleSource("actuator", paths, methods, null, null,
				this.requirements.permissions(List.of(permission), false, "the actuator"), scope);
	}

}
