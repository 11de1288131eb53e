package dev.authgate.spring.method;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.guard.handler.UniqueAnnotation;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.guard.model.Shortfall;
import dev.authgate.spring.web.OffMode;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.refusal.MissingPermissions;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodClassKey;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.util.ClassUtils;

/**
 * Judges the caller of a bean's method by what its annotations require.
 * <p>
 * Annotations are read once for each method. Safe for use by several threads.
 */
final class RequirementAuthorization implements AuthorizationManager<MethodInvocation> {

	private static final AuthorizationResult GRANTED = new AuthorizationDecision(true);

	private final Map<MethodClassKey, Requirement> requirements = new ConcurrentHashMap<>();

	private final Supplier<RequirementReader> reader;

	RequirementAuthorization(Supplier<RequirementReader> reader) {
		this.reader = reader;
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
			MethodInvocation invocation) {
		Caller caller = Callers.of(authentication.get());
		if (caller == null) {
			throw new AuthenticationCredentialsNotFoundException("The method needs a caller");
		}
		if (OffMode.NAME.equals(caller.authenticator())) {
			return GRANTED;
		}
		Shortfall shortfall = requirement(invocation).judge(caller.user().permissions(), caller.roles());
		return shortfall.any() ? new MissingPermissions(shortfall) : GRANTED;
	}

	private Requirement requirement(MethodInvocation invocation) {
		Object target = invocation.getThis();
		Class<?> type = (target != null) ? target.getClass() : invocation.getMethod().getDeclaringClass();
		MethodClassKey key = new MethodClassKey(invocation.getMethod(), type);
		Requirement known = this.requirements.get(key);
		return (known != null) ? known
				: this.requirements.computeIfAbsent(key, (missing) -> read(invocation.getMethod(), type));
	}

	// The class that the pointcut saw, which is a proxy where the bean was one already:
	// the annotations may be on its interfaces, not on what is behind it.
	private Requirement read(Method method, Class<?> targetClass) {
		Class<?> type = ClassUtils.getUserClass(targetClass);
		Method specific = AopUtils.getMostSpecificMethod(method, type);
		String where = type.getSimpleName() + "." + specific.getName();
		RequirePermission permission = UniqueAnnotation.find(specific, RequirePermission.class, where);
		RequireRole role = UniqueAnnotation.find(specific, RequireRole.class, where);
		Requirement requirement = this.reader.get()
			.read((permission != null) ? permission : UniqueAnnotation.find(type, RequirePermission.class, where),
					(role != null) ? role : UniqueAnnotation.find(type, RequireRole.class, where), where);
		if (requirement.isNone()) {
			throw new IllegalStateException("No annotation says what " + where + " requires");
		}
		return requirement;
	}

}
