package dev.authgate.spring.guard;

import java.lang.annotation.Annotation;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Declaration;

/**
 * The reasons for which guards are not compiled and the application does not start.
 */
final class Refusals {

	private Refusals() {
	}

	static MisconfigurationException looserThanRule(Declaration declaration, Declaration rule) {
		boolean open = declaration.access() == Access.PUBLIC;
		String access = (declaration.access() == Access.OPTIONAL_LENIENT) ? "optional-lenient" : "optional";
		return new MisconfigurationException(
				declaration.source() + " has " + (open ? "@PublicAccess or @PermitAll" : "@OptionalAuthentication")
						+ ", but " + rule.source()
						+ " is stricter, and code cannot lift what the configuration requires.",
				"Remove the annotation, or add a rule to authgate.routes that is more specific and has access: "
						+ (open ? "public" : access) + ".");
	}

	static MisconfigurationException publicOverGuarded(Declaration rule, Declaration declaration, String pattern) {
		return new MisconfigurationException(
				rule.source() + " is public and covers " + pattern + ", the route of " + declaration.source()
						+ ", whose annotations require a caller.",
				"Make the public pattern narrower, or replace the annotation by @PublicAccess.");
	}

	static MisconfigurationException notAHandler(Class<? extends Annotation> annotation, String where) {
		return new MisconfigurationException(
				"@" + annotation.getSimpleName() + " on " + where
						+ " has no effect, because that is no handler of requests.",
				"Move the annotation to the handler, or use @RequirePermission or @RequireRole, which guard any bean.");
	}

	static MisconfigurationException onMessages(String where) {
		return new MisconfigurationException(
				where + " is annotated, but annotations guard the handshake of a socket, not its messages.",
				"Annotate the class, and ask for each message: "
						+ "WebSocketAuth.of(session).require(\"threads:write\").");
	}

	static MisconfigurationException notInterceptable(String where, String why) {
		return new MisconfigurationException(where
				+ " is annotated with @RequirePermission or @RequireRole, but calls of it cannot be intercepted: it is "
				+ why + ".", "Make it overridable, or move the annotation to a method that is.");
	}

	static MisconfigurationException absentUser(String handler, String parameter) {
		return new MisconfigurationException(
				handler + " can be called without credentials, but its parameter of type " + parameter
						+ " does not allow for that.",
				"Declare the parameter as @Nullable or as Optional<" + parameter + ">.");
	}

	static MisconfigurationException boundUser(String handler, String parameter, String annotation) {
		return new MisconfigurationException(
				"The parameter of type " + parameter + " of " + handler + " has @" + annotation
						+ ", which would take the user from what the client sends.",
				"Remove @" + annotation + "; the caller is passed to the parameter as it is.");
	}

	static MisconfigurationException caseSensitivity() {
		return new MisconfigurationException(
				"Spring MVC and the PathPatternRequestMatcher.Builder bean disagree on whether the case of a path matters.",
				"Publish a bean PathPatternRequestMatcher.withPathPatternParser(parser) with the parser that "
						+ "Spring MVC uses.");
	}

}
