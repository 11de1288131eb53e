package dev.authgate.spring.method;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;

import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;

import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;

/**
 * Matches the methods of beans that require permissions or roles, except handlers of
 * requests and sockets, which the table of guards protects.
 */
final class RequiringMethods extends StaticMethodMatcherPointcut {

	private static final String CONTROLLER = "org.springframework.stereotype.Controller";

	private static final String SOCKET_HANDLER = "org.springframework.web.socket.WebSocketHandler";

	private static final String SERVER_ENDPOINT = "jakarta.websocket.server.ServerEndpoint";

	private static final String REQUEST_MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

	RequiringMethods() {
		setClassFilter((type) -> AnnotationUtils.isCandidateClass(type, RequirePermission.class));
	}

	@Override
	public boolean matches(Method method, Class<?> targetClass) {
		Class<?> type = ClassUtils.getUserClass(targetClass);
		Method specific = AopUtils.getMostSpecificMethod(method, type);
		if (specific.getDeclaringClass() == Object.class) {
			return false;
		}
		if (isSocket(type)) {
			return false;
		}
		boolean controller = hierarchy(type).isPresent(CONTROLLER);
		if (controller && hierarchy(specific).isPresent(REQUEST_MAPPING)) {
			return false;
		}
		return requires(specific) || (!controller && requires(type));
	}

	// The table guards the handshake, and what is called later is no request.
	private static boolean isSocket(Class<?> type) {
		return hierarchy(type).isPresent(SERVER_ENDPOINT) || ClassUtils.getAllInterfacesForClassAsSet(type)
			.stream()
			.anyMatch((implemented) -> implemented.getName().equals(SOCKET_HANDLER));
	}

	private static boolean requires(AnnotatedElement element) {
		MergedAnnotations annotations = hierarchy(element);
		return annotations.isPresent(RequirePermission.class) || annotations.isPresent(RequireRole.class);
	}

	private static MergedAnnotations hierarchy(AnnotatedElement element) {
		return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY);
	}

}
