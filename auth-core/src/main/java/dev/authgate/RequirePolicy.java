package dev.authgate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only those requests through to a handler, or to all handlers of a class, that
 * policies permit.
 * <p>
 * A method's annotation replaces the class's. Together with {@link RequirePermission} and
 * {@link RequireRole} all must be met.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface RequirePolicy {

	/**
	 * Names the policies, beans of type {@link RequestPolicy}.
	 * @return the names, all of which must permit the request
	 */
	String[] value();

}
