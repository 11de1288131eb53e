package dev.authgate.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.authgate.RequirePermission;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That the published description is that of the routes there are.
 */
@WorkspaceTest
class SchemaTests {

	private final Map<String, Map<String, Map<String, Object>>> paths;

	private final RequestMappingHandlerMapping mapping;

	SchemaTests(TestClients clients, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
		Map<String, Map<String, Map<String, Map<String, Object>>>> schema = new Yaml()
			.load(clients.anonymous().get("/schema.yml").body());
		this.paths = schema.get("paths");
		this.mapping = mapping;
	}

	@Test
	void whenRouteIsServedThenItIsDescribed() {
		Set<String> served = new TreeSet<>(Set.of("POST /login"));
		this.mapping.getHandlerMethods().forEach((info, handler) -> {
			if (isForPrograms(handler)) {
				served.add(info.getMethodsCondition().getMethods().iterator().next() + " "
						+ info.getPatternValues().iterator().next());
			}
		});
		assertThat(described()).isEqualTo(served);
	}

	@Test
	void whenRouteNeedsPermissionThenDescriptionSaysSo() {
		this.mapping.getHandlerMethods().forEach((info, handler) -> {
			RequirePermission required = handler.getMethodAnnotation(RequirePermission.class);
			if (required != null && isForPrograms(handler)) {
				String method = info.getMethodsCondition().getMethods().iterator().next().name();
				assertThat(
						this.paths.get(info.getPatternValues().iterator().next()).get(method.toLowerCase(Locale.ROOT)))
					.containsEntry("description", "Needs " + required.value()[0] + ".");
			}
		});
	}

	@Test
	void whenPathIsPublicThenDescriptionAsksForNoCredentials() {
		TestRoutes.PUBLIC_PATHS
			.forEach((path) -> assertThat(this.paths.get(path).get("get")).containsEntry("security", List.of()));
	}

	// The pages of browsers lead to each other, and need no description.
	private static boolean isForPrograms(HandlerMethod handler) {
		boolean redirects = handler.getMethod().getName().equals("home");
		return handler.getBeanType().getPackageName().startsWith("dev.authgate.sample")
				&& (redirects || handler.getBeanType().isAnnotationPresent(RestController.class));
	}

	private Set<String> described() {
		Set<String> described = new TreeSet<>();
		this.paths.forEach((path, operations) -> operations.keySet()
			.stream()
			.filter((method) -> !method.equals("parameters"))
			.forEach((method) -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
		return described;
	}

}
