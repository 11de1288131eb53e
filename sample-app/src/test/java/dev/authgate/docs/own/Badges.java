package dev.authgate.docs.own;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.secret.SecretDigest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Badges {

	private static final SecretDigest JANITOR = SecretDigest
		.parse("sha256:df7975c2b3a350dbbd25acaa971e267e7dead97d080e50bdb6aa77430951ddef");

	@Bean
	Authenticator badge() {
		return (request) -> {
			List<String> sent = request.headers("X-Badge");
			if (sent.isEmpty()) {
				return AuthenticationResult.notPresent();
			}
			boolean good = sent.size() == 1 && SecretDigest.of(sent.get(0)).equals(JANITOR);
			return good ? AuthenticationResult.authenticated(Caller.of(AuthUser.of("janitor"), "badge"))
					: AuthenticationResult.rejected(RejectionReason.UNKNOWN);
		};
	}

}
