package dev.authgate.spring.settings.token;

import java.time.Duration;
import java.util.List;

import dev.authgate.jwt.key.JwtAlgorithm;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An issuer other than this application whose tokens are accepted.
 *
 * @param name Name of the issuer in events and logs. The issuer itself by default.
 * @param issuer Issuer, exactly as in the claim 'iss' of its tokens.
 * @param jwkSetUri Address of its keys. Found by OpenID Connect Discovery by default.
 * @param audiences Names one of which must be in the claim 'aud' of a token.
 * @param allowAnyAudience Whether tokens that were meant for others are accepted.
 * @param allowWildcards Whether permissions with '*' count.
 * @param insecureAllowHttp Whether its keys may be fetched without TLS, also from other
 * machines.
 * @param algorithms Algorithms that its keys may be used with. All that are not symmetric
 * by default.
 * @param claims Where its tokens say who the user is and what it may do.
 * @param defaultPermissions Permissions of each of its users, where no claim has them.
 * @param userIdPrefix What is put before the ids of its users; may be empty. Needed where
 * users come from elsewhere as well.
 * @param clockSkew How far its clock may be ahead.
 * @param connectTimeout How long connecting to it may take.
 * @param timeout How long one answer of it may take, to the last byte.
 * @param cache How long its keys are good for.
 */
@ConfigurationPropertiesSource
public record TrustedIssuerProperties(@Nullable String name, @Nullable String issuer, @Nullable String jwkSetUri,
		@DefaultValue List<String> audiences, @DefaultValue("false") boolean allowAnyAudience,
		@DefaultValue("false") boolean allowWildcards, @DefaultValue("false") boolean insecureAllowHttp,
		@Nullable List<JwtAlgorithm> algorithms, @DefaultValue ClaimPaths claims,
		@DefaultValue List<String> defaultPermissions, @Nullable String userIdPrefix,
		@DefaultValue("30s") Duration clockSkew, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("5s") Duration timeout, @DefaultValue Cache cache) {

	/**
	 * Where tokens say who the user is and what it may do: names of claims, or paths with
	 * dots into them.
	 *
	 * @param userId Claim with the id of the user.
	 * @param permissions Claim with the permissions, which each token must then have.
	 * None by default.
	 * @param role Claim with the role or roles. None by default.
	 */
	public record ClaimPaths(@DefaultValue("sub") String userId, @Nullable String permissions, @Nullable String role) {
	}

	/**
	 * How long keys are good for.
	 *
	 * @param freshFor How old keys become before they are fetched again in the
	 * background.
	 * @param keepFor How old keys may become while the issuer cannot be asked.
	 * @param unknownKeyInterval Time between two fetches for tokens that name an unknown
	 * key.
	 */
	public record Cache(@DefaultValue("15m") Duration freshFor, @DefaultValue("4h") Duration keepFor,
			@DefaultValue("30s") Duration unknownKeyInterval) {
	}

}
