package dev.authgate.account.change;

import java.util.Map;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in to get an account.
 *
 * @param username the name to be typed at login
 * @param email the e-mail address, if there is one
 * @param password the password
 * @param data what else is to be known of the user
 */
public record RegistrationForm(String username, @Nullable String email, Secret password, Map<String, ?> data) {
}
