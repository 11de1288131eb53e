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
 * Credentials that are present must be good, and a caller who sends them must meet what
 * is required. The handler takes the user as {@code @Nullable} or {@code Optional}.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface OptionalAuthentication {

}
