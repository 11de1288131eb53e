package dev.authgate.spring.guard.handler;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.RouterFunctions.Builder;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paths that router functions are bound to, and router functions that are bound to none.
 */
class FunctionalPathsTests {

	private static final HandlerFunction<ServerResponse> OK = (request) -> ServerResponse.ok().build();

	private static final RequestPredicate ANY = (request) -> true;

	@Test
	void whenRoutesHavePathsThenTheyMayServeThoseAlone() {
		FunctionalPaths paths = pathsOf(
				(routes) -> routes.POST("/login", OK).GET("/users/{id}", OK).GET("/files/**", OK));
		assertThat(Stream.of("/login", "/users/7", "/files", "/files/a/b", "/%6cogin")
			.filter((path) -> serves(paths, path))).hasSize(5);
		assertThat(Stream.of("/", "/users", "/users/7/8", "/log", "/login/", "/LOGIN")
			.filter((path) -> serves(paths, path))).isEmpty();
	}

	@Test
	void whenPathIsOneOfSeveralRequirementsThenBound() {
		FunctionalPaths paths = pathsOf(
				(routes) -> routes.POST("/a", RequestPredicates.contentType(MediaType.TEXT_HTML), OK)
					.route(ANY.and(RequestPredicates.path("/b")), OK)
					.route(RequestPredicates.GET("/c").and(RequestPredicates.param("p", "v").negate()), OK));
		assertThat(Stream.of("/a", "/b", "/c").filter((path) -> serves(paths, path))).hasSize(3);
		assertThat(serves(paths, "/d")).isFalse();
	}

	@Test
	void whenThereAreSeveralFunctionsThenTheirPathsTogether() {
		FunctionalPaths paths = pathsOf((routes) -> routes.add(RouterFunctions.route().GET("/a", OK).build())
			.add(RouterFunctions.route().GET("/b", OK).build().filter((request, next) -> next.handle(request)))
			.GET("/c", OK));
		assertThat(Stream.of("/a", "/b", "/c", "/d").filter((path) -> serves(paths, path))).hasSize(3);
	}

	@ParameterizedTest
	@MethodSource
	void whenOneRouteMayServeAnyPathThenNotBound(Consumer<Builder> unbound) {
		assertThat(paths(routes(unbound))).isNull();
	}

	static List<Named<Consumer<Builder>>> whenOneRouteMayServeAnyPathThenNotBound() {
		RequestPredicate path = RequestPredicates.path("/a");
		return List.of(Named.of("no path", (routes) -> routes.route(RequestPredicates.all(), OK)),
				Named.of("own predicate", (routes) -> routes.GET("/a", OK).route(ANY, OK)),
				Named.of("or", (routes) -> routes.route(path.or(ANY), OK)),
				Named.of("not", (routes) -> routes.route(path.negate(), OK)),
				Named.of("or within and", (routes) -> routes.route(ANY.and(path.or(ANY)), OK)),
				Named.of("nested", (routes) -> routes.path("/a", (inner) -> inner.GET("/b", OK))),
				Named.of("resources", (routes) -> routes.resources("/a/**", new ByteArrayResource(new byte[0]))),
				Named.of("own function", (routes) -> routes.add((request) -> Optional.of(OK))));
	}

	@Test
	void whenMappingIsOfTheApplicationsOwnTypeThenNotBound() {
		assertThat(FunctionalPaths.of(initialized(new RouterFunctionMapping(routes((own) -> own.GET("/a", OK))) {
		}))).isNull();
	}

	private static boolean serves(FunctionalPaths paths, String path) {
		return paths.mayServe(PathContainer.parsePath(path));
	}

	private static FunctionalPaths pathsOf(Consumer<Builder> routes) {
		FunctionalPaths paths = paths(routes(routes));
		assertThat(paths).isNotNull();
		return paths;
	}

	private static RouterFunction<ServerResponse> routes(Consumer<Builder> routes) {
		Builder builder = RouterFunctions.route();
		routes.accept(builder);
		return builder.build();
	}

	private static @Nullable FunctionalPaths paths(RouterFunction<ServerResponse> functions) {
		return FunctionalPaths.of(initialized(new RouterFunctionMapping(functions)));
	}

	private static RouterFunctionMapping initialized(RouterFunctionMapping mapping) {
		mapping.afterPropertiesSet();
		return mapping;
	}

}
