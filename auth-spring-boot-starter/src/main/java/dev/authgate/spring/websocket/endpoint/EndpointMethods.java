package dev.authgate.spring.websocket.endpoint;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.authgate.PublicAccess;
import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ReflectionUtils;

import jakarta.annotation.security.PermitAll;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;

/**
 * The methods of an annotated endpoint that its container calls.
 * <p>
 * Immutable.
 */
final class EndpointMethods {

	private static final List<Class<? extends Annotation>> CALLED = List.of(OnOpen.class, OnMessage.class,
			OnClose.class, OnError.class);

	private static final int NO_TEXT = -1;

	private final Class<?> type;

	private final List<Method> methods;

	private final Map<Method, Integer> textIndexes;

	private EndpointMethods(Class<?> type, List<Method> methods) {
		this.type = type;
		this.methods = methods;
		this.textIndexes = methods.stream().collect(Collectors.toMap(Function.identity(), EndpointMethods::textIndex));
	}

	static EndpointMethods of(Class<?> type) {
		return new EndpointMethods(type,
				Stream.of(ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS))
					.filter((method) -> CALLED.stream().anyMatch(method::isAnnotationPresent))
					.toList());
	}

	/**
	 * Tells whether all calls can be followed from the first.
	 * @throws MisconfigurationException if they cannot, but whoever opens the socket is
	 * known
	 */
	boolean canBeFollowed() {
		MisconfigurationException obstacle = obstacle();
		if (obstacle != null && !isPublic()) {
			throw obstacle;
		}
		return obstacle == null;
	}

	/**
	 * Finds the whole message among the arguments of a call.
	 * @return the message, or {@code null} if it is no whole text
	 */
	@Nullable String textOf(Method method, Object[] arguments) {
		int index = this.textIndexes.getOrDefault(method, NO_TEXT);
		return (index != NO_TEXT && arguments[index] instanceof String text) ? text : null;
	}

	private boolean isPublic() {
		MergedAnnotations annotations = MergedAnnotations.from(this.type, SearchStrategy.TYPE_HIERARCHY);
		return annotations.isPresent(PublicAccess.class) || annotations.isPresent(PermitAll.class);
	}

	private @Nullable MisconfigurationException obstacle() {
		if (Modifier.isFinal(this.type.getModifiers())) {
			return notOverridable(this.type.getSimpleName());
		}
		for (Method method : this.methods) {
			if ((method.getModifiers() & (Modifier.FINAL | Modifier.STATIC | Modifier.PRIVATE)) != 0) {
				return notOverridable(nameOf(method));
			}
		}
		return this.methods.stream().anyMatch(EndpointMethods::opens) ? null : neverOpened();
	}

	private static boolean opens(Method method) {
		return method.isAnnotationPresent(OnOpen.class) && List.of(method.getParameterTypes()).contains(Session.class);
	}

	private static MisconfigurationException notOverridable(String name) {
		return new MisconfigurationException(
				name + " is final, static or private, so that authgate cannot follow the sockets of the endpoint, "
						+ "and close them when their callers may no longer have them.",
				"Make it overridable.");
	}

	private MisconfigurationException neverOpened() {
		String problem = this.type.getSimpleName() + " is not told of its sessions when they open, so that authgate "
				+ "cannot close them when their callers may no longer have them.";
		return this.methods.stream()
			.filter((method) -> method.isAnnotationPresent(OnOpen.class))
			.findFirst()
			.map((method) -> new MisconfigurationException(problem,
					"Add a parameter to " + nameOf(method) + ": Session session."))
			.orElseGet(() -> new MisconfigurationException(problem,
					"Add to it: @OnOpen public void open(Session session) { }"));
	}

	private String nameOf(Method method) {
		return this.type.getSimpleName() + "." + method.getName();
	}

	private static int textIndex(Method method) {
		int index = NO_TEXT;
		Parameter[] parameters = method.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			if (parameters[i].getType() == boolean.class) {
				return NO_TEXT;
			}
			if (parameters[i].getType() == String.class && !parameters[i].isAnnotationPresent(PathParam.class)) {
				index = i;
			}
		}
		return index;
	}

}
