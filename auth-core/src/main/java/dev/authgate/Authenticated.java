package dev.authgate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the authenticators of a handler, or of all handlers of a class.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Authenticated {

	/**
	 * Names the authenticators in the order in which they are asked; {@code default}
	 * stands for the default ones.
	 * @return the names; empty (the default) for the default authenticators alone
	 */
	String[] by() default {};

}
