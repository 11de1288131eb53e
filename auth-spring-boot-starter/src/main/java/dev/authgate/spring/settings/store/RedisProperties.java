package dev.authgate.spring.settings.store;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys in the application's Redis.
 *
 * @param keyPrefix What the keys begin with.
 */
public record RedisProperties(@DefaultValue("authgate:") String keyPrefix) {
}
