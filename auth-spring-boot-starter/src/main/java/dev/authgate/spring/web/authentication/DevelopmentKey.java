package dev.authgate.spring.web.authentication;

import java.security.SecureRandom;
import java.util.Base64;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.Caller;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.RejectionReason;
import dev.authgate.spring.web.origin.LocalCallers;
import org.jspecify.annotations.Nullable;

/**
 * An API key made up for an application in which nothing is configured, good for local
 * callers only.
 * <p>
 * Safe for use by several threads.
 */
public final class DevelopmentKey implements LiveAuthenticator {

	private static final int BYTES = 20;

	private final LiveAuthenticator apiKey;

	private final LocalCallers localCallers;

	/**
	 * Restricts an authenticator to local callers.
	 * @param apiKey knows the key
	 * @param localCallers tells who is local
	 */
	public DevelopmentKey(LiveAuthenticator apiKey, LocalCallers localCallers) {
		this.apiKey = apiKey;
		this.localCallers = localCallers;
	}

	/**
	 * Makes up a key.
	 * @return 160 random bits as text
	 */
	public static String generate() {
		byte[] random = new byte[BYTES];
		new SecureRandom().nextBytes(random);
		return "dev_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		AuthenticationResult result = this.apiKey.authenticate(request);
		boolean local = request instanceof ServletAuthRequest servlet && servlet.isLocal(this.localCallers);
		return (local || result instanceof NotPresent) ? result
				: AuthenticationResult.rejected(RejectionReason.FORBIDDEN);
	}

	@Override
	public @Nullable LiveCredential follow(AuthRequest request, Caller caller) {
		return this.apiKey.follow(request, caller);
	}

	@Override
	public String name() {
		return this.apiKey.name();
	}

}
