package dev.authgate.docs.issuer;

import java.util.List;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.issuer.IssuerClaims;
import dev.authgate.jwt.issuer.TrustedIssuer;
import dev.authgate.jwt.remote.FetchLimits;
import dev.authgate.jwt.remote.KeySource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PartnerIssuer {

	@Bean
	JwtAuthenticator partnerToken(@Value("${partner.issuer}") String name, Grants grants, AuthEventListener events) {
		KeySource keys = new KeySource(name, null, false, KeySource.asymmetric(), FetchLimits.standard());
		TrustedIssuer issuer = TrustedIssuer.builder(keys)
			.authenticator("partner-token")
			.audiences(List.of("threads-api"))
			.claims(new IssuerClaims("sub", null, "realm_access.roles"))
			.userIdPrefix("partner:")
			.grants(grants)
			.listener(events)
			.build();
		return JwtAuthenticator.builder().name("partner-token").trust(issuer).build();
	}

}
