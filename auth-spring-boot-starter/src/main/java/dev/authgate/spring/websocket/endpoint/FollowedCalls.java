package dev.authgate.spring.websocket.endpoint;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.cglib.proxy.MethodProxy;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;

/**
 * Follows one session by the calls of its annotated endpoint.
 * <p>
 * Safe for use by several threads.
 */
final class FollowedCalls implements MethodInterceptor {

	private final Object endpoint;

	private final EndpointMethods methods;

	private final FollowedSession session;

	FollowedCalls(Object endpoint, EndpointMethods methods, FollowedSession session) {
		this.endpoint = endpoint;
		this.methods = methods;
		this.session = session;
	}

	@Override
	public @Nullable Object intercept(Object proxy, Method method, Object[] arguments, MethodProxy call)
			throws Throwable {
		if (method.isAnnotationPresent(OnMessage.class)) {
			return this.session.takes(this.methods.textOf(method, arguments)) ? handle(method, arguments, call) : null;
		}
		if (method.isAnnotationPresent(OnOpen.class)) {
			open(arguments);
		}
		else if (method.isAnnotationPresent(OnClose.class)) {
			this.session.closed();
		}
		return invoke(arguments, call);
	}

	private void open(Object[] arguments) {
		for (Object argument : arguments) {
			if (argument instanceof Session opened) {
				this.session.opened(opened);
			}
		}
	}

	// Null is sent to nobody.
	private @Nullable Object handle(Method method, Object[] arguments, MethodProxy call) throws Throwable {
		try {
			return invoke(arguments, call);
		}
		catch (Exception ex) {
			if (!this.session.refuses(ex) || returnsNumber(method)) {
				throw ex;
			}
			return null;
		}
	}

	private @Nullable Object invoke(Object[] arguments, MethodProxy call) throws Exception {
		AtomicReference<@Nullable Object> result = new AtomicReference<>();
		this.session.run(() -> result.set(call(arguments, call)));
		return result.get();
	}

	private @Nullable Object call(Object[] arguments, MethodProxy call) throws Exception {
		try {
			return call.invoke(this.endpoint, arguments);
		}
		catch (Exception | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean returnsNumber(Method method) {
		return method.getReturnType().isPrimitive() && method.getReturnType() != void.class;
	}

}
