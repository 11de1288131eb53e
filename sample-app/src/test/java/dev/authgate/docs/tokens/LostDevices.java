package dev.authgate.docs.tokens;

import java.time.Instant;

import dev.authgate.account.Actor;
import dev.authgate.revocation.Revocations;
import dev.authgate.spring.revocation.LogoutEverywhere;

import org.springframework.stereotype.Component;

@Component
class LostDevices {

	private final LogoutEverywhere everywhere;

	private final Revocations revocations;

	LostDevices(LogoutEverywhere everywhere, Revocations revocations) {
		this.everywhere = everywhere;
		this.revocations = revocations;
	}

	void tokenWasLost(String jti, Instant expiry) {
		this.revocations.revokeToken("", jti, expiry);
	}

	void deviceWasLost(String userId) {
		this.everywhere.logOut(userId, Actor.application());
	}

}
