package dev.authgate.docs.tokens;

import java.time.Instant;

import dev.authgate.revocation.Revocations;

import org.springframework.stereotype.Component;

@Component
class LostDevices {

	private final Revocations revocations;

	LostDevices(Revocations revocations) {
		this.revocations = revocations;
	}

	void tokenWasLost(String jti, Instant expiry) {
		this.revocations.revokeToken("", jti, expiry);
	}

	void deviceWasLost(String userId) {
		this.revocations.revokeUser(userId);
	}

}
