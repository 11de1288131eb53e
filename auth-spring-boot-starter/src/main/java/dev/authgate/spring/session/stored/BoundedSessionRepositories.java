package dev.authgate.spring.session.stored;

import java.lang.reflect.Modifier;
import java.util.Set;

import dev.authgate.spring.store.Deadline;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.SessionRepository;
import org.springframework.util.ReflectionUtils;

/**
 * Bounds how long a request waits for the store of Spring Session, whatever its driver or
 * pool would wait; a store that is lost is answered with 503.
 * <p>
 * Safe for use by several threads.
 */
public final class BoundedSessionRepositories implements BeanPostProcessor, DisposableBean {

	/** How many requests ask the store at once; others wait for their turn. */
	private static final int CALLS = 64;

	private static final Set<String> ASKING = Set.of("findById", "save", "deleteById");

	private static final String REDIS = "org.springframework.session.data.redis.";

	private final Deadline waiting = Deadline.ofDatabase(CALLS);

	private final Deadline interrupting = Deadline.ofServer(CALLS);

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		boolean asks = bean instanceof SessionRepository && !(bean instanceof MapSessionRepository);
		return (asks && !Modifier.isFinal(bean.getClass().getModifiers())) ? bounded(bean) : bean;
	}

	@Override
	public void destroy() {
		this.waiting.close();
		this.interrupting.close();
	}

	// By class: others ask for the repository by its own type. Nothing but a Redis is
	// interrupted: a thread that writes a database in a file must not be.
	private Object bounded(Object repository) {
		Deadline deadline = repository.getClass().getName().startsWith(REDIS) ? this.interrupting : this.waiting;
		ProxyFactory proxy = new ProxyFactory(repository);
		proxy.setProxyTargetClass(true);
		proxy.addAdvice((MethodInterceptor) (call) -> ASKING.contains(call.getMethod().getName())
				? asked(deadline, call, repository) : call.proceed());
		return proxy.getProxy(repository.getClass().getClassLoader());
	}

	private static @Nullable Object asked(Deadline deadline, MethodInvocation call, Object repository) {
		return SessionOutage.<@Nullable Object>guard(() -> deadline.<@Nullable Object>call(
				() -> ReflectionUtils.invokeMethod(call.getMethod(), repository, call.getArguments())));
	}

}
