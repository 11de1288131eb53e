package dev.authgate.spring.guard;

import java.lang.annotation.Annotation;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.spring.guard.handler.GuardedRoute;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.rule.RouteRule;
import dev.authgate.spring.guard.rule.RuleMatch;
import dev.authgate.spring.guard.rule.RuleSet;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
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

	static void refuseContradiction(GuardedRoute route, PathPattern pattern, HttpMethod method, RuleSet rules) {
		Declaration declaration = route.declaration();
		Access declared = declaration.access();
		if (declared == null) {
			return;
		}
		RuleMatch covering = rules.covering(pattern, method);
		if (declared.compareTo(Access.REQUIRED) < 0 && isStricter(covering, declared)) {
			RouteRule stricter = rules.firstCovering(pattern, method, (rule) -> isStricter(rule, declared));
			throw Refusals.looserThanRule(declaration, stricter.declaration());
		}
		boolean closes = declared == Access.REQUIRED || !declaration.requirement().isNone()
				|| declaration.authenticators() != null;
		if (closes && covering.access() == Access.PUBLIC) {
			RouteRule open = rules.firstCovering(pattern, method, (rule) -> rule.access() == Access.PUBLIC);
			throw Refusals.publicOverGuarded(open.declaration(), declaration, pattern.getPatternString());
		}
	}

	static void refuseUnsafeParameters(GuardedRoute route, Guard guard) {
		boolean mayBeAbsent = guard.access().compareTo(Access.REQUIRED) < 0;
		HandlerMethod handler = route.handler();
		for (MethodParameter parameter : (handler != null) ? handler.getMethodParameters() : new MethodParameter[0]) {
			Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
			if (CALLER_TYPES.contains(type)) {
				refuseBound(parameter, route.name(), type);
				if (mayBeAbsent && !parameter.isOptional()) {
					throw Refusals.absentUser(route.name(), type.getSimpleName());
				}
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
