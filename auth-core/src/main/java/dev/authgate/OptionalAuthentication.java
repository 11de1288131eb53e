package dev.authgate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a handler, or all handlers of a class, to callers without credentials.
 * <p>
 * Credentials that are present must be good unless {@link #lenient()} says otherwise, and
 * a caller who proves who it is must meet what is required. The handler takes the user as
 * {@code @Nullable} or {@code Optional}.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface OptionalAuthentication {

	/**
	 * Tells whether a caller with wrong credentials is anonymous, as if they were not
	 * there, instead of being refused.
	 * @return {@code false} by default
	 */
	boolean lenient() default false;

}
