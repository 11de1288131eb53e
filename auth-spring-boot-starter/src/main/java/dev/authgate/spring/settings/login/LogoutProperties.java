package dev.authgate.spring.settings.login;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logout of browsers.
 *
 * @param path Path of the logout, which takes POST alone.
 * @param successUrl Page of this application that a logout leads to. The login by
 * default.
 */
public record LogoutProperties(@DefaultValue("/logout") String path, @Nullable String successUrl) {
}
