package dev.authgate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only those through who have one of the roles.
 * <p>
 * On a handler, a bean's method, or a class for all its methods; a method's annotation
 * replaces the class's. Together with {@link RequirePermission} both must be met.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface RequireRole {

	/**
	 * Names the roles.
	 * @return roles, any one of which is enough
	 */
	String[] value();

}
