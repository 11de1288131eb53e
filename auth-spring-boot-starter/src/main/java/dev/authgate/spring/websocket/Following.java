package dev.authgate.spring.websocket;

import dev.authgate.AuthRequest;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.spring.guard.model.Guard;

/**
 * Begins to follow credentials.
 */
@FunctionalInterface
public interface Following {

	/**
	 * Begins to follow one.
	 * @param guard the guard that let the caller through
	 * @param request the request with the credential, not to be kept
	 * @param caller whom the credential stands for
	 * @return what tells of it from now on
	 */
	LiveCredential follow(Guard guard, AuthRequest request, Caller caller);

}
