package dev.authgate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only those through who hold permissions.
 * <p>
 * On a handler, a bean's method, or a class for all its methods; a method's annotation
 * replaces the class's. Together with {@link RequireRole} both must be met. Who calls is
 * asked first: a caller without credentials gets 401 and never learns a permission's
 * name, one who lacks a permission gets 403.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface RequirePermission {

	/**
	 * Names the permissions.
	 * @return concrete permissions as {@code resource:action}
	 */
	String[] value();

	/**
	 * Tells whether one of them is enough.
	 * @return {@code false} (the default) if all are required
	 */
	boolean anyOf() default false;

}
