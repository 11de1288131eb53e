package dev.authgate.spring.method;

import java.util.function.Supplier;

import dev.authgate.spring.guard.model.RequirementReader;

import org.springframework.aop.Advisor;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;

/**
 * Makes the advisor that enforces {@code @RequirePermission} and {@code @RequireRole} on
 * beans.
 */
public final class MethodGuards {

	private MethodGuards() {
	}

	/**
	 * Makes the advisor.
	 * @param reader reads what annotations require, asked for at the first call
	 * @return an advisor that comes before Spring Security's own
	 */
	public static Advisor advisor(Supplier<RequirementReader> reader) {
		AuthorizationManagerBeforeMethodInterceptor interceptor = new AuthorizationManagerBeforeMethodInterceptor(
				new RequiringMethods(), new RequirementAuthorization(reader));
		interceptor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() - 1);
		return interceptor;
	}

}
