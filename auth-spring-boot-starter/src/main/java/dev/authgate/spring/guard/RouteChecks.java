package dev.authgate.spring.guard;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.Caller;

import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Refuses handlers whose annotations contradict the rules of the configuration, or whose
 * parameters contradict their guard.
 */
final class RouteChecks {

	private static final Set<Class<?>> CALLER_TYPES = Set.of(AuthUser.class, Caller.class);

	private static final String BINDING_PACKAGE = "org.springframework.web.bind.annotation";

	private RouteChecks() {
	}

	static void refuseContradiction(GuardedRoute route, RuleSet rules) {
		Access declared = route.declaration().access();
		if (declared == null) {
			return;
		}
		for (PathPattern pattern : route.patterns()) {
			RuleMatch covering = rules.covering(pattern, route.methods());
			if (declared.compareTo(Access.REQUIRED) < 0 && isStricter(covering, declared)) {
				throw Refusals.looserThanRule(route.declaration(),
						rules
							.firstCovering(pattern, route.methods(), (rule) -> isStricter(rule.declaration(), declared))
							.declaration());
			}
			if (declared == Access.REQUIRED && covering.access() == Access.PUBLIC) {
				throw Refusals.publicOverGuarded(rules
					.firstCovering(pattern, route.methods(), (rule) -> rule.declaration().access() == Access.PUBLIC)
					.declaration(), route.declaration(), pattern.getPatternString());
			}
		}
	}

	static void refuseUnsafeParameters(HandlerMethod handler, Guard guard) {
		for (MethodParameter parameter : handler.getMethodParameters()) {
			Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
			if (!CALLER_TYPES.contains(type)) {
				continue;
			}
			String where = handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
			refuseBound(parameter, where, type);
			boolean mayBeAbsent = guard.access().compareTo(Access.REQUIRED) < 0;
			if (mayBeAbsent && !parameter.isOptional() && parameter.getParameterType() != Optional.class) {
				throw Refusals.absentUser(where, type.getSimpleName());
			}
		}
	}

	private static void refuseBound(MethodParameter parameter, String where, Class<?> type) {
		for (Annotation annotation : parameter.getParameterAnnotations()) {
			if (annotation.annotationType().getPackageName().equals(BINDING_PACKAGE)) {
				throw Refusals.boundUser(where, type.getSimpleName(), annotation.annotationType().getSimpleName());
			}
		}
	}

	private static boolean isStricter(RuleMatch rules, Access declared) {
		return !rules.requirement().isNone() || (rules.access() != null && rules.access().compareTo(declared) > 0);
	}

	private static boolean isStricter(Declaration rule, Access declared) {
		return !rule.requirement().isNone() || (rule.access() != null && rule.access().compareTo(declared) > 0);
	}

}
