package dev.authgate.spring.guard;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.guard.handler.GuardedRoute;
import dev.authgate.spring.guard.handler.Marks;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Refuses annotations where nothing would enforce them.
 */
final class AnnotatedBeans {

	private static final List<Class<? extends Annotation>> REQUIRING = List.of(RequirePermission.class,
			RequireRole.class);

	private static final String SERVER_ENDPOINT = "jakarta.websocket.server.ServerEndpoint";

	// By name, because an application without messages must start.
	private static final List<String> MESSAGE_MAPPINGS = List.of(
			"org.springframework.messaging.handler.annotation.MessageMapping",
			"org.springframework.messaging.simp.annotation.SubscribeMapping");

	private static final List<String> FOREIGN_PACKAGES = List.of("org.springframework.", "org.apache.",
			"tools.jackson.", "com.zaxxer.", "io.micrometer.");

	private final Set<Class<?>> handlerTypes = new HashSet<>();

	private final Set<Method> handlerMethods = new HashSet<>();

	private final Set<Class<?>> socketTypes = new LinkedHashSet<>();

	private AnnotatedBeans(List<GuardedRoute> routes) {
		for (GuardedRoute route : routes) {
			this.handlerTypes.add(route.type());
			HandlerMethod handler = route.handler();
			if (handler != null) {
				this.handlerMethods.add(AopUtils.getMostSpecificMethod(handler.getMethod(), route.type()));
			}
			else {
				this.socketTypes.add(route.type());
			}
		}
	}

	static void check(ConfigurableListableBeanFactory beans, List<GuardedRoute> routes) {
		AnnotatedBeans checks = new AnnotatedBeans(routes);
		checks.socketTypes.forEach(AnnotatedBeans::checkSocket);
		for (String name : beans.getBeanDefinitionNames()) {
			Class<?> type = userType(beans, name);
			if (type != null && FOREIGN_PACKAGES.stream().noneMatch(type.getName()::startsWith)) {
				checks.checkBean(type);
			}
		}
	}

	// A proxy made from interfaces alone has no methods of its own to check.
	private static @Nullable Class<?> userType(ConfigurableListableBeanFactory beans, String name) {
		Class<?> type = beans.getType(name, false);
		if (type == null || !Proxy.isProxyClass(type)) {
			return (type != null) ? ClassUtils.getUserClass(type) : null;
		}
		Object bean = beans.getSingleton(name);
		Class<?> target = (bean != null && !(bean instanceof FactoryBean)) ? AopProxyUtils.ultimateTargetClass(bean)
				: type;
		return Proxy.isProxyClass(target) ? null : ClassUtils.getUserClass(target);
	}

	private void checkBean(Class<?> type) {
		if (!AnnotationUtils.isCandidateClass(type, RequirePermission.class) || this.socketTypes.contains(type)) {
			return;
		}
		if (MergedAnnotations.from(type).isPresent(SERVER_ENDPOINT)) {
			checkSocket(type);
			return;
		}
		boolean requiring = !this.handlerTypes.contains(type) && isAnnotated(type, REQUIRING);
		if (!this.handlerTypes.contains(type) && !handlesMessages(type)) {
			refuseAccess(type, type.getSimpleName());
		}
		if (requiring && isUnproxied(type)) {
			throw Refusals.notInterceptable(type.getSimpleName(), "a final class");
		}
		for (Method method : ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS)) {
			if (!this.handlerMethods.contains(method)) {
				checkMethod(type, method, requiring);
			}
		}
	}

	// They are called by whoever reads the connection, and on instances of its own.
	private static void checkSocket(Class<?> type) {
		for (Method method : ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS)) {
			if (isAnnotated(method, REQUIRING) || isAnnotated(method, List.copyOf(Marks.HANDLERS_ONLY))) {
				throw Refusals.onMessages(type.getSimpleName() + "." + method.getName());
			}
		}
	}

	private static void checkMethod(Class<?> type, Method method, boolean requiringType) {
		String where = type.getSimpleName() + "." + method.getName();
		if (!isMessageHandler(method)) {
			refuseAccess(method, where);
		}
		boolean annotated = isAnnotated(method, REQUIRING);
		int modifiers = method.getModifiers();
		if (annotated && (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers))) {
			throw Refusals.notInterceptable(where, Modifier.isPrivate(modifiers) ? "private" : "static");
		}
		boolean called = !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers);
		boolean fixed = Modifier.isFinal(modifiers) || isUnproxied(type);
		if (fixed && (annotated || (requiringType && called))) {
			throw Refusals.notInterceptable(where, "final");
		}
	}

	private static boolean handlesMessages(Class<?> type) {
		return Stream.of(ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS))
			.anyMatch(AnnotatedBeans::isMessageHandler);
	}

	private static boolean isMessageHandler(Method method) {
		MergedAnnotations annotations = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY);
		return MESSAGE_MAPPINGS.stream().anyMatch(annotations::isPresent);
	}

	private static boolean isUnproxied(Class<?> type) {
		return Modifier.isFinal(type.getModifiers()) && type.getInterfaces().length == 0;
	}

	private static void refuseAccess(AnnotatedElement element, String where) {
		for (Class<? extends Annotation> annotation : Marks.HANDLERS_ONLY) {
			if (isAnnotated(element, List.of(annotation))) {
				throw Refusals.notAHandler(annotation, where);
			}
		}
	}

	private static boolean isAnnotated(AnnotatedElement element, List<Class<? extends Annotation>> annotations) {
		MergedAnnotations merged = MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY);
		return annotations.stream().anyMatch(merged::isPresent);
	}

}
