package dev.authgate.docs.tokens;

import java.time.Instant;

import dev.authgate.revocation.Revocations;
import dev.authgate.session.Sessions;

import org.springframework.stereotype.Component;

@Component
class LostDevices {

	private final Sessions sessions;

	private final Revocations revocations;

	LostDevices(Sessions sessions, Revocations revocations) {
		this.sessions = sessions;
		this.revocations = revocations;
	}

	void tokenWasLost(String jti, Instant expiry) {
		this.revocations.revokeToken("", jti, expiry);
	}

	void deviceWasLost(String userId) {
		this.sessions.endAll(userId, null);
	}

}
