package dev.authgate.spring.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

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
 * What properties can be got wrong, each with the text that says what and what to type.
 */
class MisconfigurationTests {

	private static final String KEY = "authgate.api-keys.keys[0].key=0123456789abcdef0";

	private static final String SECRET = "authgate.jwt.secret=q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX";

	/** A3. */
	@ParameterizedTest
	@ValueSource(strings = { "authgate.public-paths=/open", "authgate.development-key=false", "authgate.jwt.issuer=me",
			"authgate.catch-all=guard" })
	void whenSomethingButNoAuthenticatorIsConfiguredThenRefused(String property) {
		refused(property).hasMessage("No authenticator is configured, so nobody could call this application.")
			.extracting("action")
			.asString()
			.contains("- { key: \"${CLIENT_1_KEY}\", app: client_1 }");
	}

	/** A3. */
	@Test
	void whenNothingIsConfiguredThenStarted() {
		TestApplications.runner().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenSeveralAuthenticatorsAndNoDefaultThenTheLineIsShown() {
		refused(KEY, SECRET).hasMessageStartingWith("Several authenticators are configured (api-key, jwt)")
			.extracting("action")
			.asString()
			.contains("authgate.default-authenticator: api-key, jwt");
	}

	/** G10. */
	@ParameterizedTest
	@CsvSource({ "authgate.default-authenticator=jwt, authgate.default-authenticator",
			"authgate.routes[0].authenticator=jwt, authgate.routes[0]" })
	void whenAuthenticatorIsUnknownThenRefused(String property, String where) {
		refused(KEY, "authgate.routes[0].paths=/a", "authgate.routes[0].access=required", property)
			.hasMessage("There is no authenticator 'jwt', which " + where + " names.")
			.extracting("action")
			.asString()
			.startsWith("Name one of api-key");
	}

	/** G9. */
	@Test
	void whenDefaultIsEmptyThenRefused() {
		refused(KEY, "authgate.default-authenticator=").hasMessage("authgate.default-authenticator is empty.")
			.extracting("action")
			.asString()
			.startsWith("Name an authenticator");
	}

	/** G9. */
	@ParameterizedTest
	@CsvSource({ "authenticator, authgate.routes[0] has an empty list of authenticators.",
			"permissions, authgate.routes[0].permissions has an empty list.",
			"any-permission, authgate.routes[0].any-permission has an empty list.",
			"roles, authgate.routes[0].roles has an empty list." })
	void whenListOfRuleIsEmptyThenRefused(String property, String problem) {
		refused(KEY, "authgate.routes[0].paths=/a", "authgate.routes[0]." + property + "=").hasMessage(problem)
			.extracting("action")
			.asString()
			.contains("leave");
	}

	/** F7. */
	@Test
	void whenKeyIsEmptyThenRefused() {
		refused("authgate.api-keys.keys[0].key=").hasMessageStartingWith("authgate.api-keys.keys[0].key is empty")
			.extracting("action")
			.asString()
			.contains("an environment variable that is not set");
	}

	@Test
	void whenKeyIsTwiceThereThenRefused() {
		refused(KEY, KEY.replace("[0]", "[1]"))
			.hasMessage("authgate.api-keys.keys[1] has the same key as one before it.")
			.extracting("action")
			.isEqualTo("Give each entry a key of its own.");
	}

	@Test
	void whenIdIsTwiceThereThenRefused() {
		refused(KEY, "authgate.api-keys.keys[0].id=a", "authgate.api-keys.keys[1].id=a",
				"authgate.api-keys.keys[1].key=0123456789abcdef1")
			.hasMessage("authgate.api-keys.keys[1]: Another API key has the id 'a'.");
	}

	/** F8. */
	@ParameterizedTest
	@CsvSource({
			"key=kéy-kéy-kéy, 'authgate.api-keys.keys[0].key: An API key has from 1 to 512 visible ASCII characters, no blank.'",
			"key-hash=sha256:abc, 'authgate.api-keys.keys[0].key-hash: Expected sha256: followed by 64 lower-case hexadecimal digits.'",
			"app=a, authgate.api-keys.keys[0] has neither key nor key-hash." })
	void whenKeyIsNoneThenRefused(String property, String problem) {
		refused("authgate.api-keys.keys[0]." + property).hasMessage(problem)
			.extracting("action")
			.asString()
			.contains("sha256");
	}

	@Test
	void whenKeyIsThereInBothFormsThenRefused() {
		refused(KEY, "authgate.api-keys.keys[0].key-hash=sha256:abc")
			.hasMessage("authgate.api-keys.keys[0] has both key and key-hash.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "X Key", "X-Kéy", "X:Key" })
	void whenHeaderIsNoneThenRefused(String header) {
		refused(KEY, "authgate.api-keys.header=" + header)
			.hasMessage("authgate.api-keys.header is no name that a header can have.")
			.extracting("action")
			.asString()
			.contains("X-API-Key");
	}

	@ParameterizedTest
	@CsvSource({
			"api-keys.keys[0].permissions=threads:wirte, authgate.api-keys.keys[0]: Unknown permission action: 'wirte' for resource 'threads'.",
			"api-keys.keys[0].permissions=files:read, authgate.api-keys.keys[0]: Unknown permission resource: 'files'.",
			"api-keys.keys[0].permissions=threads, authgate.api-keys.keys[0]: Invalid permission format: 'threads'. Expected <resource>:<action>.",
			"roles.admin=files:read, authgate.roles: Unknown permission resource: 'files'.",
			"roles.admin=files, authgate.roles: Invalid permission format: 'files'. Expected <resource>:<action>.",
			"permissions.files=*, 'authgate.permissions: The registry names concrete permissions, a wildcard is not one.'",
			"permissions.files=, authgate.permissions.files has an empty list.",
			"permissions.files=a:b, authgate.permissions: Invalid permission format: 'files:a:b'. Expected <resource>:<action>." })
	void whenPermissionIsNotInTheRegistryThenRefused(String property, String problem) {
		refused(KEY, "authgate.permissions.threads=read", "authgate." + property).hasMessage(problem);
	}

	/** K13. */
	@ParameterizedTest
	@CsvSource({ "short, 'has 5 bytes, and HS256 needs at least 32'",
			"your-production-secret-key-your-production-secret-key, is a known placeholder or public example",
			"your-secret-key, is a known placeholder or public example",
			"NOTASECRET, is a known placeholder or public example",
			"01234567890123456789012345678901, is easy to guess",
			"base64:%%%, starts with 'base64:' and is not padded standard Base64" })
	void whenSecretIsWeakThenRefused(String secret, String problem) {
		refused("authgate.jwt.secret=" + secret)
			.hasMessageStartingWith("authgate.jwt.secret: The JWT secret " + problem)
			.extracting("action")
			.asString()
			.contains("authgate.jwt.secret: ${JWT_SECRET}");
	}

	@ParameterizedTest
	@CsvSource({ "algorithm=HS512, 'authgate.jwt.secret: The JWT secret has 34 bytes, and HS512 needs at least 64'",
			"algorithm=RS256, 'authgate.jwt.algorithm is RS256, which signs with a pair of keys and not with a secret.'",
			"algorithm=none, authgate.jwt.algorithm cannot be understood",
			"time-to-live=-1s, authgate.jwt.time-to-live: The time to live of a token is from one second to ten years.",
			"clock-skew=2h, authgate.jwt.clock-skew or authgate.jwt.default-permissions: The clock skew is from zero to one hour.",
			"issuer=, 'authgate.jwt: An issuer and an audience are not empty; leave them out instead.'",
			"claims.user-id=role, authgate.jwt.claims: 'role' cannot be the name of this claim" })
	void whenTokensCannotBeIssuedThenRefused(String property, String problem) {
		refused(SECRET, "authgate.jwt." + property).hasMessageStartingWith(problem);
	}

	@Test
	void whenAllOriginsMaySendCredentialsThenRefused() {
		refused(KEY, "authgate.cors.allowed-origins=*", "authgate.cors.allow-credentials=true")
			.hasMessage("authgate.cors.allowed-origins has '*' beside allow-credentials: true.")
			.extracting("action")
			.asString()
			.contains("https://app.example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.example.com", "https://app.example.com/", "https://*.example.com", "null",
			"https://a.example https://b.example" })
	void whenOriginIsNoneThenRefused(String origin) {
		refused(KEY, "authgate.cors.allowed-origins=" + origin)
			.hasMessage("authgate.cors.allowed-origins names '" + origin + "', which is no origin.");
	}

	@Test
	void whenRuleHasNoPathThenRefused() {
		refused(KEY, "authgate.routes[0].access=denied").hasMessage("authgate.routes[0] names no path.")
			.extracting("action")
			.isEqualTo("Add paths, for example paths: /api/**");
	}

	@Test
	void whenRuleSaysNothingThenRefused() {
		refused(KEY, "authgate.routes[0].paths=/a").hasMessage("authgate.routes[0] says nothing about its paths.")
			.extracting("action")
			.isEqualTo("Add access, authenticator, permissions, any-permission, roles or policy.");
	}

	@Test
	void whenRuleIsPublicAndRequiresThenRefused() {
		refused(KEY, "authgate.routes[0].paths=/a", "authgate.routes[0].access=public",
				"authgate.routes[0].roles=admin")
			.hasMessage("authgate.routes[0] is public, and requires permissions or roles of its callers.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"paths=a| authgate.routes[0] names the path 'a'.| Start it with a slash: /a",
			"paths=/a/**/b/**| authgate.routes[0] names the path '/a/**/b/**', which is no pattern| Use /literal",
			"paths=/{a| authgate.routes[0] names the path '/{a', which is no pattern| Use /literal",
			"methods=FETCH| authgate.routes[0] names the method 'FETCH'.| Name one of DELETE",
			"access=nobody| authgate.routes[0].access cannot be understood| Write one of public" })
	void whenRuleCannotMatchThenRefused(String property, String problem, String action) {
		refused(KEY, "authgate.routes[0].paths=/a", "authgate.routes[0].access=denied",
				"authgate.routes[0]." + property)
			.satisfies((failure) -> assertThat(failure).hasMessageStartingWith(problem))
			.extracting("action")
			.asString()
			.startsWith(action);
	}

	@ParameterizedTest
	@CsvSource({ "authgate.routes[1].paths=/{b}, authgate.routes[0] and authgate.routes[1] are about the same route",
			"authgate.public-paths=/{b}, authgate.routes[0] and authgate.public-paths[0] are about the same route" })
	void whenTwoRulesAreAboutTheSameRouteThenBothAreNamed(String property, String problem) {
		refused(KEY, "authgate.routes[0].paths=/{a}", "authgate.routes[0].access=denied",
				property.contains("routes") ? "authgate.routes[1].access=public" : "authgate.report.enabled=true",
				property)
			.hasMessageStartingWith(problem)
			.extracting("action")
			.isEqualTo("Merge the two into one.");
	}

	@Test
	void whenPublicPathIsRelativeThenRefused() {
		refused(KEY, "authgate.public-paths=open").hasMessage("authgate.public-paths[0] names the path 'open'.")
			.extracting("action")
			.isEqualTo("Start it with a slash: /open");
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "no", "true", "on", "yes", "offf", "disabled" })
	void whenModeIsUnknownThenRefused(String word) {
		refused("authgate.mode=" + word).hasMessageStartingWith("authgate.mode cannot be understood")
			.extracting("action")
			.isEqualTo("Write one of enforce, off. The words true, false, yes, no and on are not taken.");
	}

	@Test
	void whenModeIsEmptyThenRefused() {
		refused("authgate.mode=").hasMessageStartingWith("authgate.mode is empty");
	}

	/** I5. */
	@ParameterizedTest
	@ValueSource(strings = { "{bcrypt}in-plain-text", "{bcrypt}", "{pbkdf2@SpringSecurity_v5_8}in-plain-text",
			"{bcrypt}$2a$10$tooShort" })
	void whenPasswordIsNotEncodedAsItSaysThenRefusedWithoutRepeatingIt(String password) {
		String id = password.substring(0, password.indexOf('}') + 1);
		refused("authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=" + password)
			.hasMessage("authgate.users.accounts[0].password begins with " + id
					+ ", and what follows is not encoded that way.")
			.extracting("action")
			.asString()
			.doesNotContain("plain-text", "$2a");
	}

	@Test
	void whenDefaultUserIsNobodyThenRefused() {
		refused("authgate.mode=off", "authgate.off.user-id=")
			.hasMessage("authgate.off.user-id is empty or has control characters.");
	}

	@ParameterizedTest
	@CsvSource({ "authgate.login.token=true, 'authgate.login.token is on, but nothing signs the tokens.'",
			"authgate.users.accounts[0].username=a, authgate.users.accounts[0] has no username or no password.",
			"authgate.unknown=1, authgate.unknown is unknown (property source 'test').",
			"authgate.api-keys.keys[0].permissions.threads=read, 'authgate.api-keys.keys[0].permissions is a list, and is written as a map (property source ''test'').'" })
	void whenPropertyIsOutOfPlaceThenRefused(String property, String problem) {
		refused(KEY, property).hasMessage(problem);
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> refused(String... properties) {
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
