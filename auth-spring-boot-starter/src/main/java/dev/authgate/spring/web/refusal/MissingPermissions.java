package dev.authgate.spring.web.refusal;

import dev.authgate.spring.guard.model.Shortfall;

import org.springframework.security.authorization.AuthorizationResult;

/**
 * A denial that knows which permissions are missing.
 *
 * @param shortfall what is missing
 */
public record MissingPermissions(Shortfall shortfall) implements AuthorizationResult {

	@Override
	public boolean isGranted() {
		return false;
	}

}
