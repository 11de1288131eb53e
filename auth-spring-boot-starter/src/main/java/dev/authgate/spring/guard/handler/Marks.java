package dev.authgate.spring.guard.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.authgate.Authenticated;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequirePolicy;
import dev.authgate.RequireRole;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Authenticators;
import org.jspecify.annotations.Nullable;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/**
 * What the annotations of one method or class say, ours and those of JSR-250, which mean
 * the same on handlers.
 *
 * @param access who is let through, if an annotation sets it
 * @param authenticators the names of the authenticators, if an annotation names them
 * @param permission the permissions that are required
 * @param roles the roles one of which is required
 * @param policies the policies that must permit the request
 */
public record Marks(@Nullable Access access, @Nullable List<String> authenticators,
		@Nullable RequirePermission permission, @Nullable List<String> roles, @Nullable List<String> policies) {

	/** The annotations that mean something on handlers alone. */
	public static final Set<Class<? extends Annotation>> HANDLERS_ONLY = Set.of(Authenticated.class, PublicAccess.class,
			OptionalAuthentication.class, RequirePolicy.class);

	static Marks of(AnnotatedElement element, String where) {
		Found found = new Found(element, where);
		Authenticated authenticated = found.find(Authenticated.class);
		RequirePolicy policy = found.find(RequirePolicy.class);
		Marks marks = new Marks(access(found, authenticated), (authenticated != null) ? names(authenticated) : null,
				found.find(RequirePermission.class), roles(found), (policy != null) ? List.of(policy.value()) : null);
		found.refuseContradictions();
		return marks;
	}

	boolean open() {
		return this.access == Access.PUBLIC;
	}

	boolean isEmpty() {
		return this.access == null && this.authenticators == null && !requires();
	}

	boolean requires() {
		return this.permission != null || this.roles != null || this.policies != null;
	}

	Marks or(Marks outer) {
		return new Marks(this.access, this.authenticators,
				(this.permission != null) ? this.permission : outer.permission,
				(this.roles != null) ? this.roles : outer.roles,
				(this.policies != null) ? this.policies : outer.policies);
	}

	private static @Nullable Access access(Found found, @Nullable Authenticated authenticated) {
		OptionalAuthentication optional = found.find(OptionalAuthentication.class);
		boolean ours = found.has(PublicAccess.class);
		boolean theirs = found.has(PermitAll.class);
		if (found.has(DenyAll.class)) {
			return Access.DENIED;
		}
		if (ours || theirs) {
			return Access.PUBLIC;
		}
		if (optional != null) {
			return optional.lenient() ? Access.OPTIONAL_LENIENT : Access.OPTIONAL;
		}
		return (authenticated != null) ? Access.REQUIRED : null;
	}

	private static List<String> names(Authenticated authenticated) {
		List<String> names = List.of(authenticated.by());
		return names.isEmpty() ? List.of(Authenticators.DEFAULT) : names;
	}

	private static @Nullable List<String> roles(Found found) {
		RequireRole ours = found.find(RequireRole.class);
		RolesAllowed theirs = found.find(RolesAllowed.class);
		if (ours != null) {
			return List.of(ours.value());
		}
		return (theirs != null) ? List.of(theirs.value()) : null;
	}

	/**
	 * The annotations that were found, in the order of the search.
	 */
	private static final class Found {

		private static final Set<Class<? extends Annotation>> OPENING = Set.of(PublicAccess.class, PermitAll.class);

		private final AnnotatedElement element;

		private final String where;

		private final Set<Class<? extends Annotation>> types = new LinkedHashSet<>();

		Found(AnnotatedElement element, String where) {
			this.element = element;
			this.where = where;
		}

		<A extends Annotation> @Nullable A find(Class<A> type) {
			A annotation = UniqueAnnotation.find(this.element, type, this.where);
			if (annotation != null) {
				this.types.add(type);
			}
			return annotation;
		}

		boolean has(Class<? extends Annotation> type) {
			return find(type) != null;
		}

		void refuseContradictions() {
			boolean opened = !Collections.disjoint(this.types, OPENING);
			boolean twoRoles = this.types.containsAll(Set.of(RequireRole.class, RolesAllowed.class));
			boolean alone = opened || this.types.contains(DenyAll.class);
			boolean both = this.types.equals(OPENING);
			if ((alone && this.types.size() > 1 && !both) || twoRoles) {
				List<String> names = new ArrayList<>();
				this.types.forEach((type) -> names.add("@" + type.getSimpleName()));
				throw new MisconfigurationException(
						this.where + " has " + String.join(" and ", names) + ", which contradict each other.",
						"Remove all but one of them.");
			}
		}

	}

}
