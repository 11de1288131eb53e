package dev.authgate.benchmark.none;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Serves things to everybody.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OpenThings.class)
public final class NoSecurityVariant {

}
