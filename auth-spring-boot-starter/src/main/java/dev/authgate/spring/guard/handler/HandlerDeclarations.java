package dev.authgate.spring.guard.handler;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.RequireRole;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.RequirementReader;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * What annotations say about handlers, each part from the method where it says something
 * and from its class where it does not.
 * <p>
 * Safe for use by several threads.
 */
public final class HandlerDeclarations {

	private final Map<Handler, Declaration> cache = new ConcurrentHashMap<>();

	private final Map<Class<?>, Declaration> ofSockets = new ConcurrentHashMap<>();

	private final RequirementReader requirements;

	private final SocketHandlers sockets;

	private final Declaration.Kind ofSocket;

	/**
	 * Reads annotations when they are asked for.
	 * @param requirements reads what they require
	 * @param sockets tells who opens sockets
	 * @param anyOf whether one of several permissions is enough for a socket
	 */
	public HandlerDeclarations(RequirementReader requirements, SocketHandlers sockets, boolean anyOf) {
		this.requirements = requirements;
		this.sockets = sockets;
		this.ofSocket = anyOf ? Declaration.Kind.SOCKETS : Declaration.Kind.STRICT_SOCKETS;
	}

	/**
	 * Finds what is declared for a handler.
	 * @param handler what a handler mapping or the container dispatches to
	 * @return what its annotations say, nothing for a handler that can have none
	 */
	public Declaration of(Object handler) {
		if (handler instanceof HandlerMethod method) {
			return of(method.getBeanType(), method.getMethod());
		}
		Class<?> type = (handler instanceof ContainerSockets.Socket socket) ? socket.type()
				: this.sockets.typeOf(handler);
		return (type != null) ? this.ofSockets.computeIfAbsent(type, this::readSocket) : Declaration.NONE;
	}

	/**
	 * Finds the class that serves the sockets of a handler.
	 */
	@Nullable Class<?> socketTypeOf(Object handler) {
		return this.sockets.typeOf(handler);
	}

	public Declaration of(Class<?> beanType, Method method) {
		Handler key = new Handler(beanType, method);
		Declaration known = this.cache.get(key);
		return (known != null) ? known : this.cache.computeIfAbsent(key, this::read);
	}

	private Declaration read(Handler handler) {
		Method method = AopUtils.getMostSpecificMethod(handler.method(), handler.beanType());
		String where = handler.beanType().getSimpleName() + "." + method.getName();
		Marks onMethod = Marks.of(method, where);
		Marks onClass = Marks.of(handler.beanType(), handler.beanType().getSimpleName());
		Requirement requirement = (onMethod.open() || (onClass.open() && onMethod.isEmpty())) ? Requirement.NONE
				: requirement(onMethod.or(onClass), where);
		List<String> authenticators = (onMethod.authenticators() != null) ? onMethod.authenticators()
				: onClass.authenticators();
		Declaration declaration = new Declaration(authenticators, access(onMethod, onClass, requirement), requirement,
				where, Declaration.Kind.REQUESTS);
		return declaration.isEmpty() ? Declaration.NONE : declaration;
	}

	private Declaration readSocket(Class<?> type) {
		String where = type.getSimpleName();
		Marks marks = Marks.of(type, where);
		Requirement requirement = requirement(marks, where);
		Access access = (marks.access() == null && !requirement.isNone()) ? Access.REQUIRED : marks.access();
		return new Declaration(marks.authenticators(), access, requirement, where, this.ofSocket);
	}

	private Requirement requirement(Marks marks, String where) {
		Requirement requirement = this.requirements.read(marks.permission(), null, where);
		if (marks.roles() != null) {
			requirement = requirement.and(this.requirements.roles(marks.roles(), "@RequireRole on " + where));
		}
		if (marks.policies() != null) {
			requirement = requirement.and(this.requirements.policies(marks.policies(), "@RequirePolicy on " + where));
		}
		return requirement;
	}

	private static @Nullable Access access(Marks onMethod, Marks onClass, Requirement requirement) {
		if (onMethod.access() != null) {
			return onMethod.access();
		}
		if (onMethod.requires()) {
			return Access.REQUIRED;
		}
		if (onClass.access() != null) {
			return onClass.access();
		}
		return requirement.isNone() ? null : Access.REQUIRED;
	}

	private record Handler(Class<?> beanType, Method method) {
	}

}
