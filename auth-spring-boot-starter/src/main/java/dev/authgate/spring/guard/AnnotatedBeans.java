package dev.authgate.spring.guard;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
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

	private static final List<String> FOREIGN_PACKAGES = List.of("org.springframework.", "org.apache.",
			"tools.jackson.", "com.zaxxer.", "io.micrometer.");

	private final Set<Class<?>> handlerTypes = new HashSet<>();

	private final Set<Method> handlerMethods = new HashSet<>();

	private AnnotatedBeans(List<GuardedRoute> routes) {
		for (GuardedRoute route : routes) {
			HandlerMethod handler = route.handler();
			this.handlerTypes.add(handler.getBeanType());
			this.handlerMethods.add(handler.getMethod());
		}
	}

	static void check(ConfigurableListableBeanFactory beans, List<GuardedRoute> routes) {
		AnnotatedBeans checks = new AnnotatedBeans(routes);
		for (String name : beans.getBeanDefinitionNames()) {
			Class<?> type = classOf(beans, name);
			if (type != null && !Proxy.isProxyClass(type)
					&& FOREIGN_PACKAGES.stream().noneMatch(type.getName()::startsWith)) {
				checks.checkBean(ClassUtils.getUserClass(type));
			}
		}
	}

	private static @Nullable Class<?> classOf(ConfigurableListableBeanFactory beans, String name) {
		Class<?> type = beans.getType(name, false);
		return (type != null && Proxy.isProxyClass(type)) ? AutoProxyUtils.determineTargetClass(beans, name) : type;
	}

	private void checkBean(Class<?> type) {
		if (!AnnotationUtils.isCandidateClass(type, RequirePermission.class)) {
			return;
		}
		boolean handles = this.handlerTypes.contains(type);
		if (!handles) {
			refuseAccess(type, type.getSimpleName());
			if (isAnnotated(type, REQUIRING) && isUnproxied(type)) {
				throw Refusals.notInterceptable(type.getSimpleName(), "a final class");
			}
		}
		for (Method method : ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS)) {
			if (!this.handlerMethods.contains(method)) {
				checkMethod(type, method);
			}
		}
	}

	private static void checkMethod(Class<?> type, Method method) {
		String where = type.getSimpleName() + "." + method.getName();
		refuseAccess(method, where);
		if (!isAnnotated(method, REQUIRING)) {
			return;
		}
		int modifiers = method.getModifiers();
		if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
			throw Refusals.notInterceptable(where, Modifier.isPrivate(modifiers) ? "private" : "static");
		}
		if (Modifier.isFinal(modifiers) || isUnproxied(type)) {
			throw Refusals.notInterceptable(where, "final");
		}
	}

	private static boolean isUnproxied(Class<?> type) {
		return Modifier.isFinal(type.getModifiers()) && type.getInterfaces().length == 0;
	}

	private static void refuseAccess(AnnotatedElement element, String where) {
		for (Class<? extends Annotation> annotation : HandlerDeclarations.ACCESS_ANNOTATIONS) {
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
