package dev.authgate.spring.autoconfigure.token;

import java.util.List;
import java.util.Map;

import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties.Jwt;
import dev.authgate.spring.settings.ConfiguredKeys;
import dev.authgate.spring.settings.token.TrustedIssuerProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Refuses trusted issuers that could be mistaken for each other or for somebody else.
 */
public final class TrustedIssuerChecks {

	private static final Map<String, String> ADVICE = Map.of("issuer", """
			Write it as in the claim 'iss' of its tokens, and with https:
			    issuer: https://idp.example.com/realms/main
			Without TLS its keys are only fetched with
			    insecure-allow-http: true""", "jwk-set-uri", """
			Write the address with https, or leave it out to have it discovered. Without TLS keys are only fetched with
			    insecure-allow-http: true""", "audiences", """
			Name what its tokens for this application have in the claim 'aud':
			    audiences: my-api
			or accept those for others as well:
			    allow-any-audience: true""", "algorithms",
			"Name some of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512 and EdDSA.",
			"default-permissions", "Keep one of the two.");

	private static final List<String> OURS = List.of("algorithm", "reload-interval", "jwks", "issuer", "audience",
			"time-to-live", "clock-skew", "claims", "default-roles", "default-permissions");

	private TrustedIssuerChecks() {
	}

	static String where(int index) {
		return "authgate.jwt.trusted-issuers[" + index + "]";
	}

	static MisconfigurationException refusal(String where, String problem) {
		String property = problem.substring(0, Math.max(0, problem.indexOf(' ')));
		return new MisconfigurationException(where + "." + problem + ".",
				ADVICE.getOrDefault(property, "Correct the value, or remove the line."));
	}

	static void refuseTwins(Jwt jwt) {
		List<TrustedIssuerProperties> issuers = jwt.trustedIssuers();
		for (int i = 0; i < issuers.size(); i++) {
			TrustedIssuerProperties issuer = issuers.get(i);
			if (issuer.issuer() != null && issuer.issuer().equals(jwt.issuer())) {
				throw new MisconfigurationException(where(i) + ".issuer is also authgate.jwt.issuer.",
						"Remove the entry: tokens of this application are accepted without it.");
			}
			for (int j = 0; j < i; j++) {
				refuseTwins(i, issuer, j, issuers.get(j));
			}
		}
	}

	private static void refuseTwins(int i, TrustedIssuerProperties issuer, int j, TrustedIssuerProperties other) {
		if (issuer.issuer() != null && issuer.issuer().equals(other.issuer())) {
			throw new MisconfigurationException(where(i) + " has the same issuer as " + where(j) + ".",
					"Merge the two into one.");
		}
		if (issuer.name() != null && issuer.name().equals(other.name())) {
			throw new MisconfigurationException(where(i) + " has the same name as " + where(j) + ".",
					"Give each issuer a name of its own.");
		}
		if (isBeginning(issuer.userIdPrefix(), other.userIdPrefix())
				|| isBeginning(other.userIdPrefix(), issuer.userIdPrefix())) {
			throw new MisconfigurationException(
					"The user-id-prefix of " + where(i) + " and that of " + where(j)
							+ " begin alike: with the right id a user of one is a user of the other.",
					"End each with a character that ids do not have, for example a colon.");
		}
	}

	private static boolean isBeginning(@Nullable String one, @Nullable String other) {
		return one != null && other != null && !one.isEmpty() && one.length() < other.length() && other.startsWith(one);
	}

	/**
	 * Refuses settings of our own tokens where there are none: who wrote them meant the
	 * tokens of the issuers.
	 */
	static void requireNothingOfOurs(Environment environment) {
		for (String name : OURS) {
			if (ConfiguredKeys.isSet("authgate.jwt." + name, environment)) {
				throw new MisconfigurationException(
						"authgate.jwt." + name + " is set, which is about tokens that this application issues, and"
								+ " there is no key of them: it says nothing of those of authgate.jwt.trusted-issuers.",
						"Write the line into the entry of the issuer that it is meant for, if it has one of that name,"
								+ "\nset authgate.jwt.secret or authgate.jwt.keys, or remove the line.");
			}
		}
	}

	/**
	 * Refuses issuers that nobody asks.
	 */
	public static void requireTaken(ListableBeanFactory beans) {
		if (beans.getBeanNamesForType(TrustedIssuers.class, true, false).length > 0
				&& beans.containsBean(JwtAuthenticator.NAME)) {
			throw new MisconfigurationException(
					"authgate.jwt.trusted-issuers is set, and the application has an authenticator 'jwt' of its own,"
							+ " which does not know them.",
					"Add them to it with JwtAuthenticatorBuilder.trust and remove the lines, or remove the bean.");
		}
	}

	/**
	 * Refuses an issuer whose users could be taken for those of somebody else.
	 * @param others who else knows users, or {@code null} if nobody does
	 */
	public static void requirePrefixes(Jwt jwt, @Nullable String others) {
		List<TrustedIssuerProperties> issuers = jwt.trustedIssuers();
		String elsewhere = (others == null && issuers.size() > 1) ? "another issuer" : others;
		for (int i = 0; elsewhere != null && i < issuers.size(); i++) {
			if (issuers.get(i).userIdPrefix() == null) {
				throw new MisconfigurationException(
						where(i) + " has no user-id-prefix, and users come from " + elsewhere
								+ " as well: who has the same id there would be the same user here.",
						"Put something before the ids of its users, for example\n    user-id-prefix: \"idp:\"\n"
								+ "or say that the same id means the same user:\n    user-id-prefix: \"\"");
			}
		}
	}

}
