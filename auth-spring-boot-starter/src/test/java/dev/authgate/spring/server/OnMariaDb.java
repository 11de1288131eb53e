package dev.authgate.spring.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Runs a test on a real MariaDB, and skips it on machines that its programs are not for.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64",
		disabledReason = "MariaDB comes for Linux on 64-bit Intel and AMD alone")
public @interface OnMariaDb {

}
