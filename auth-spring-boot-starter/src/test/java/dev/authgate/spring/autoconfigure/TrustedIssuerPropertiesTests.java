package dev.authgate.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.MisconfigurationException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

/**
 * What can be said about issuers whose tokens are accepted, and what of it refuses to
 * start.
 */
class TrustedIssuerPropertiesTests {

	private static final String FIRST = "authgate.jwt.trusted-issuers[0].";

	private static final String SECOND = "authgate.jwt.trusted-issuers[1].";

	private static final String[] GOOD = { FIRST + "issuer=https://idp.example.com", FIRST + "audiences=api" };

	/** E13: nothing is fetched at start. */
	@Test
	void whenOnlyIssuersAreTrustedThenTokensAreVerifiedAndNotIssued() {
		TestApplications.runner().withPropertyValues(GOOD).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(JwtAuthenticator.class).doesNotHaveBean(JwtIssuer.class);
			assertThat(context.getBean(JwtAuthenticator.class).name()).isEqualTo("jwt");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=main", "jwk-set-uri=https://idp.example.com/keys", "audiences=api, other",
			"allow-wildcards=true", "algorithms=ES256", "algorithms=RS256, eddsa, EdDSA", "claims.user-id=oid",
			"claims.permissions=https://example.com/permissions", "claims.role=realm_access.roles",
			"default-permissions=threads:read", "user-id-prefix=", "user-id-prefix=idp:", "clock-skew=0s",
			"connect-timeout=500ms", "timeout=1s", "cache.fresh-for=1h", "cache.keep-for=24h",
			"cache.unknown-key-interval=1s" })
	void whenPropertyIsSetAloneThenStarted(String property) {
		assertStarts(FIRST + property);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "allow-any-audience=true | audiences= | issuer=https://idp.example.com",
					"insecure-allow-http=true | issuer=http://idp.example.com | name=a",
					"issuer=accounts | jwk-set-uri=https://idp.example.com/keys | name=a",
					"issuer=http://localhost:9000 | name=a | name=b" })
	void whenSwitchAllowsItThenStarted(String one, String two, String three) {
		assertStarts(FIRST + one, FIRST + two, FIRST + three);
	}

	/** E4, E8. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"issuer=| .issuer is empty.| Write it as in the claim 'iss'",
			"issuer=http://idp.example.com| .issuer has no TLS: who is between could exchange the keys and sign anything.| Write it as",
			"issuer=accounts| .issuer is no address of the form https://host/path.| Write it as",
			"issuer=not an address| .issuer is no address under which keys could be discovered, and there is no jwk-set-uri.| Write it as",
			"jwk-set-uri=http://idp.example.com/keys| .jwk-set-uri has no TLS: who is between could exchange the keys and sign anything.| Write the address with https",
			"jwk-set-uri=not an address| .jwk-set-uri is no address of the form https://host/path.| Write the address",
			"audiences=| .audiences names none.| Name what its tokens",
			"allow-any-audience=true| .audiences names some, and allow-any-audience allows all.| Name what its tokens",
			"algorithms=RS256, HS256| .algorithms names HS256, which is symmetric: published keys only verify what their private halves signed.| Name some of RS256",
			"algorithms=| .algorithms names none.| Name some of RS256",
			"claims.user-id=| .claims.user-id is no name of a claim.| Correct",
			"claims.permissions=a..b| .claims.permissions is no name of a claim.| Correct",
			"claims.role=exp| .claims.role is 'exp', which has a meaning of its own.| Correct",
			"claims.role=sub| .claims names one claim twice.| Correct",
			"default-permissions=threads| .default-permissions: Invalid permission format: 'threads'. Expected <resource>:<action>.| Correct",
			"clock-skew=2h| .clock-skew is from zero to one hour.| Correct",
			"timeout=0s| .timeout is 0s, and may be from 1ms to 60s.| Correct",
			"connect-timeout=2m| .connect-timeout is 120s, and may be from 1ms to 60s.| Correct",
			"cache.fresh-for=1s| .cache.fresh-for is 1s, and may be from 10s to 86400s.| Correct",
			"cache.keep-for=1m| .cache.keep-for is 60s, and may be from 900s to 604800s.| Correct",
			"cache.unknown-key-interval=0s| .cache.unknown-key-interval is 0s, and may be from 1s to 3600s.| Correct" })
	void whenEntryCannotWorkThenRefused(String property, String problem, String action) {
		refused(FIRST + property).hasMessage("authgate.jwt.trusted-issuers[0]" + problem)
			.extracting("action")
			.asString()
			.startsWith(action);
	}

	@ParameterizedTest
	@CsvSource({ "algorithms=none, authgate.jwt.trusted-issuers[0].algorithms",
			"isuer=a, authgate.jwt.trusted-issuers[0].isuer is unknown",
			"claims.roles=a, authgate.jwt.trusted-issuers[0].claims.roles is unknown",
			"timeout=soon, authgate.jwt.trusted-issuers[0].timeout cannot be understood",
			"allow-wildcards=maybe, authgate.jwt.trusted-issuers[0].allow-wildcards cannot be understood" })
	void whenEntryCannotBeReadThenRefused(String property, String problem) {
		refused(FIRST + property).hasMessageStartingWith(problem);
	}

	@Test
	void whenDefaultsAreBesideAClaimThenRefused() {
		refused(FIRST + "claims.permissions=scope", FIRST + "default-permissions=threads:read")
			.hasMessageStartingWith("authgate.jwt.trusted-issuers[0].default-permissions would never count");
	}

	@Test
	void whenIssuerIsMissingThenRefused() {
		refusal(FIRST + "audiences=api").hasMessage("authgate.jwt.trusted-issuers[0].issuer is empty.");
	}

	@Test
	void whenIssuerIsTrustedTwiceThenRefused() {
		refused(SECOND + "issuer=https://idp.example.com", SECOND + "audiences=other")
			.hasMessage("authgate.jwt.trusted-issuers[1] has the same issuer as authgate.jwt.trusted-issuers[0].");
	}

	@Test
	void whenNameIsUsedTwiceThenRefused() {
		refused(FIRST + "name=a", SECOND + "name=a", SECOND + "issuer=https://other.example.com")
			.hasMessage("authgate.jwt.trusted-issuers[1] has the same name as authgate.jwt.trusted-issuers[0].");
	}

	@Test
	void whenIssuerIsOursThenRefused() {
		refused("authgate.jwt.issuer=https://idp.example.com")
			.hasMessage("authgate.jwt.trusted-issuers[0].issuer is also authgate.jwt.issuer.");
	}

	@ParameterizedTest
	@CsvSource({ "authgate.jwt.secret=q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX, tokens of this application",
			"authgate.forwarded-user.trusted-proxies=10.1.2.3, the authenticator 'forwarded-user'",
			"authgate.api-keys.keys[0].key=0123456789abcdef0, the authenticator 'api-key'" })
	void whenUsersComeFromElsewhereAndThereIsNoPrefixThenRefused(String property, String elsewhere) {
		refused(property, "authgate.default-authenticator=jwt")
			.hasMessage("authgate.jwt.trusted-issuers[0] has no user-id-prefix, and users come from " + elsewhere
					+ " as well: who has the same id there would be the same user here.")
			.extracting("action")
			.asString()
			.contains("user-id-prefix: \"idp:\"", "user-id-prefix: \"\"");
		assertStarts(property, "authgate.default-authenticator=jwt", FIRST + "user-id-prefix=");
	}

	@Test
	void whenThereAreTwoIssuersThenEachNeedsPrefix() {
		String[] two = { SECOND + "issuer=https://other.example.com", SECOND + "audiences=api",
				FIRST + "user-id-prefix=" };
		refused(two).hasMessageStartingWith(
				"authgate.jwt.trusted-issuers[1] has no user-id-prefix, and users come from another issuer as well");
		assertStarts(two[0], two[1], two[2], SECOND + "user-id-prefix=other:");
	}

	@Test
	void whenOnePrefixBeginsWithAnotherThenRefused() {
		refused(FIRST + "user-id-prefix=idp", SECOND + "user-id-prefix=idp2", SECOND + "audiences=api",
				SECOND + "issuer=https://other.example.com")
			.hasMessageContaining("begin alike");
	}

	private static void assertStarts(String... properties) {
		TestApplications.runner()
			.withPropertyValues(GOOD)
			.withPropertyValues(properties)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> refused(String... properties) {
		List<String> all = new ArrayList<>(List.of(GOOD));
		all.addAll(List.of(properties));
		return refusal(all.toArray(String[]::new));
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> refusal(String... properties) {
		AtomicReference<Throwable> refusal = new AtomicReference<>();
		TestApplications.runner().withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			refusal.set(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()));
		});
		return assertThat(refusal.get()).isInstanceOf(MisconfigurationException.class)
			.extracting((failure) -> (MisconfigurationException) failure,
					as(throwable(MisconfigurationException.class)))
			.satisfies((failure) -> assertThat(failure.action()).isNotBlank());
	}

}
