package dev.authgate.docs.bearer;

import java.util.Map;

import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.TokenValidator;
import dev.authgate.secret.SecretDigest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PartnerTokens {

	private final Map<SecretDigest, AuthUser> users = Map.of(
			SecretDigest.parse("sha256:640ca9770813fb4279cee4322e8209d502957c0104c3262224f4def9eb875044"),
			AuthUser.of("ada", "threads:read"));

	@Bean
	TokenValidator tokens() {
		return (token) -> {
			AuthUser user = this.users.get(SecretDigest.of(token));
			if (user == null) {
				throw new AuthException("This token is not known.");
			}
			return user;
		};
	}

}
