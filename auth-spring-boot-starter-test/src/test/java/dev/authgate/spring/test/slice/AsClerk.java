package dev.authgate.spring.test.slice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.authgate.spring.test.WithUser;

import org.springframework.core.annotation.AliasFor;

/**
 * Runs a test as somebody of the office.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@WithUser(roles = "clerk")
@interface AsClerk {

	/**
	 * Who.
	 */
	@AliasFor(annotation = WithUser.class, attribute = "id")
	String value() default "carl";

}
