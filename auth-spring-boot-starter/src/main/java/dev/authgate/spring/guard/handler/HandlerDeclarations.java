package dev.authgate.spring.guard.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.Authenticated;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Authenticators;
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

	private final RequirementReader requirements;

	public HandlerDeclarations(RequirementReader requirements) {
		this.requirements = requirements;
	}

	public Declaration of(HandlerMethod handler) {
		return of(handler.getBeanType(), handler.getMethod());
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
				: this.requirements.read(onMethod.permission(onClass), onMethod.role(onClass), where);
		List<String> authenticators = (onMethod.authenticators() != null) ? onMethod.authenticators()
				: onClass.authenticators();
		Declaration declaration = new Declaration(authenticators, access(onMethod, onClass, requirement), requirement,
				where);
		return declaration.isEmpty() ? Declaration.NONE : declaration;
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

	/**
	 * The annotations of one method or class.
	 */
	private record Marks(@Nullable Authenticated authenticated, boolean open, boolean optional,
			@Nullable RequirePermission permission, @Nullable RequireRole role) {

		static Marks of(AnnotatedElement element, String where) {
			Marks marks = new Marks(find(element, Authenticated.class, where),
					find(element, PublicAccess.class, where) != null,
					find(element, OptionalAuthentication.class, where) != null,
					find(element, RequirePermission.class, where), find(element, RequireRole.class, where));
			marks.refuseContradiction(where);
			return marks;
		}

		private static <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> type, String where) {
			return UniqueAnnotation.find(element, type, where);
		}

		private void refuseContradiction(String where) {
			List<String> closing = new ArrayList<>();
			if (this.optional) {
				closing.add("@OptionalAuthentication");
			}
			if (this.authenticated != null) {
				closing.add("@Authenticated");
			}
			if (this.permission != null) {
				closing.add("@RequirePermission");
			}
			if (this.role != null) {
				closing.add("@RequireRole");
			}
			if (this.open && !closing.isEmpty()) {
				throw contradiction(where, closing.get(0));
			}
		}

		boolean isEmpty() {
			return this.authenticated == null && !this.open && !this.optional && !requires();
		}

		boolean requires() {
			return this.permission != null || this.role != null;
		}

		@Nullable Access access() {
			if (this.open) {
				return Access.PUBLIC;
			}
			if (this.optional) {
				return Access.OPTIONAL;
			}
			return (this.authenticated != null) ? Access.REQUIRED : null;
		}

		@Nullable List<String> authenticators() {
			if (this.authenticated == null) {
				return null;
			}
			List<String> names = List.of(this.authenticated.by());
			return names.isEmpty() ? List.of(Authenticators.DEFAULT) : names;
		}

		@Nullable RequirePermission permission(Marks outer) {
			return (this.permission != null) ? this.permission : outer.permission;
		}

		@Nullable RequireRole role(Marks outer) {
			return (this.role != null) ? this.role : outer.role;
		}

	}

	public static final Set<Class<? extends Annotation>> ACCESS_ANNOTATIONS = Set.of(Authenticated.class,
			PublicAccess.class, OptionalAuthentication.class);

	private static MisconfigurationException contradiction(String where, String other) {
		return new MisconfigurationException(
				where + " has @PublicAccess and " + other + ", which contradict each other.", "Remove one of the two.");
	}

}
