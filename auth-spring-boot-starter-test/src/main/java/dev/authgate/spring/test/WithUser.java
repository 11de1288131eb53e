package dev.authgate.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.security.test.context.support.TestExecutionEvent;
import org.springframework.security.test.context.support.WithSecurityContext;

/**
 * Runs a test as a user, without a credential: the requests that it makes through
 * MockMvc, and before the first of them its own calls of beans.
 * <p>
 * On a test method, a test class, a class around it, or an annotation of the project's
 * own; the nearest counts. Roles and wildcards mean what the application configures;
 * permissions and authenticators that the application does not know fail the test. A
 * request with a credential of its own is judged by that alone. It has no effect on
 * requests to a real port, which {@link Credential} is for.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@WithSecurityContext(factory = WithUserContextFactory.class)
public @interface WithUser {

	/**
	 * The user's id.
	 * @return the same as {@link #id()}
	 */
	@AliasFor("id")
	String value() default "user";

	/**
	 * The user's id.
	 * @return an id, {@code user} by default
	 */
	@AliasFor("value")
	String id() default "user";

	/**
	 * What the user may do, beside what the roles mean.
	 * @return permissions as {@code resource:action}, which may have wildcards
	 */
	String[] permissions() default {};

	/**
	 * The roles that the user has.
	 * @return roles, without a prefix
	 */
	String[] roles() default {};

	/**
	 * The authenticator that the user is taken to have used. Where a guard does not ask
	 * it, the request has no credential; that holds for public routes too. Where several
	 * are required together, one of them is no credential either:
	 * {@code all(api-key, jwt)} is named as a whole.
	 * @return the name of an authenticator; by default every guard accepts the user
	 */
	String authenticator() default "";

	/**
	 * What else is known of the user.
	 * @return entries {@code name=value} whose values are texts, or JSON objects
	 */
	String[] data() default {};

	/**
	 * The client application that the user came by.
	 * @return its name; none by default
	 */
	String app() default "";

	/**
	 * When the user is set.
	 * @return before the set-up methods of the test, by default
	 */
	@AliasFor(annotation = WithSecurityContext.class)
	TestExecutionEvent setupBefore() default TestExecutionEvent.TEST_METHOD;

}
