package dev.authgate.spring.autoconfigure.token;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.authgate.jwt.JwtAuthenticatorBuilder;
import dev.authgate.jwt.issuer.IssuerClaims;
import dev.authgate.jwt.issuer.TrustedIssuer;
import dev.authgate.jwt.issuer.TrustedIssuerBuilder;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.remote.FetchLimits;
import dev.authgate.jwt.remote.KeySource;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties.Jwt;
import dev.authgate.spring.settings.token.TrustedIssuerProperties;
import org.jspecify.annotations.Nullable;

/**
 * The configured issuers whose tokens are accepted.
 *
 * @param all the issuers in their order
 */
record TrustedIssuers(List<TrustedIssuer> all) {

	static TrustedIssuers of(Jwt jwt, UnaryOperator<TrustedIssuerBuilder> surroundings) {
		TrustedIssuerChecks.refuseTwins(jwt);
		List<String> prefixes = jwt.trustedIssuers()
			.stream()
			.map(TrustedIssuerProperties::userIdPrefix)
			.filter(Objects::nonNull)
			.toList();
		List<TrustedIssuer> issuers = new ArrayList<>();
		for (int i = 0; i < jwt.trustedIssuers().size(); i++) {
			issuers.add(issuer(jwt.trustedIssuers().get(i), TrustedIssuerChecks.where(i),
					(builder) -> surroundings.apply(builder).foreignPrefixes(prefixes)));
		}
		return new TrustedIssuers(issuers);
	}

	/**
	 * Adds them to an authenticator.
	 */
	void addTo(JwtAuthenticatorBuilder builder) {
		try {
			this.all.forEach(builder::trust);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt.trusted-issuers: " + ex.getMessage() + ".",
					"Remove the entry: tokens of this application are accepted without it.");
		}
	}

	private static TrustedIssuer issuer(TrustedIssuerProperties properties, String where,
			UnaryOperator<TrustedIssuerBuilder> surroundings) {
		try {
			TrustedIssuerBuilder builder = surroundings.apply(TrustedIssuer.builder(source(properties)))
				.audiences(properties.audiences())
				.claims(claims(properties.claims()))
				.defaultPermissions(properties.defaultPermissions())
				.userIdPrefix((properties.userIdPrefix() != null) ? properties.userIdPrefix() : "")
				.clockSkew(properties.clockSkew());
			return switched(builder, properties).build();
		}
		catch (IllegalArgumentException ex) {
			throw TrustedIssuerChecks.refusal(where, String.valueOf(ex.getMessage()));
		}
	}

	private static TrustedIssuerBuilder switched(TrustedIssuerBuilder builder, TrustedIssuerProperties properties) {
		if (properties.name() != null) {
			builder.name(properties.name());
		}
		if (properties.allowAnyAudience()) {
			builder.allowAnyAudience();
		}
		return properties.allowWildcards() ? builder.allowWildcards() : builder;
	}

	private static KeySource source(TrustedIssuerProperties properties) {
		FetchLimits limits = new FetchLimits(properties.connectTimeout(), properties.timeout(),
				properties.cache().freshFor(), properties.cache().keepFor(), properties.cache().unknownKeyInterval());
		Set<JwtAlgorithm> algorithms = (properties.algorithms() != null) ? new LinkedHashSet<>(properties.algorithms())
				: KeySource.asymmetric();
		return new KeySource((properties.issuer() != null) ? properties.issuer() : "", uri(properties.jwkSetUri()),
				properties.insecureAllowHttp(), algorithms, limits);
	}

	private static IssuerClaims claims(TrustedIssuerProperties.ClaimPaths paths) {
		return new IssuerClaims(paths.userId(), paths.permissions(), paths.role());
	}

	private static @Nullable URI uri(@Nullable String text) {
		try {
			return (text != null) ? new URI(text) : null;
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("jwk-set-uri is no address of the form https://host/path");
		}
	}

}
