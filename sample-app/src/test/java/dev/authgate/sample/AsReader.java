package dev.authgate.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.authgate.spring.test.WithUser;

/**
 * Runs a test as bob, who reads.
 */
@WithUser(id = "bob", roles = "reader")
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface AsReader {

}
