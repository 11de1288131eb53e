package dev.authgate.spring.properties;

import dev.authgate.spring.MisconfigurationException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Keys: what is unknown or misshapen refuses to start (O12).
 */
class StrictBinderKeyTests {

	@Test
	void whenKeyIsUnknownThenNamedWithItsPlaceAndTheNearest() {
		refused(TestSources.yaml("authgate:", "  vault:", "    clock-skw: 10s"))
			.hasMessage("authgate.vault.clock-skw is unknown (test.yml - 3:16).")
			.extracting("action")
			.asString()
			.isEqualTo("Did you mean authgate.vault.clock-skew? "
					+ "Known beneath authgate.vault: secret, clock-skew, expires-at, enabled, label.");
	}

	@Test
	void whenKeyStandsInTheWrongGroupThenTheRightOneIsNamed() {
		refused(TestSources.yaml("authgate:", "  clock-skew: 10s")).extracting("action")
			.asString()
			.contains("Did you mean authgate.vault.clock-skew?");
	}

	@Test
	void whenNothingIsNearThenOnlyTheKnownAreNamed() {
		refused(TestSources.yaml("authgate:", "  zzzzzz: 10s")).extracting("action")
			.asString()
			.isEqualTo("Known beneath authgate: mode, vault, doors, public-paths, roles.");
	}

	@Test
	void whenKeyOfListElementIsUnknownThenNamed() {
		refused(TestSources.yaml("authgate:", "  doors:", "    - { id: a, permision: b }"))
			.hasMessageStartingWith("authgate.doors[0].permision is unknown (test.yml - 3:27).")
			.extracting("action")
			.asString()
			.contains("Did you mean authgate.doors[].permissions?");
	}

	@Test
	void whenSeveralKeysAreUnknownThenAllAreNamed() {
		refused(TestSources.properties("authgate.moode=off", "authgate.vault.seccret=x"))
			.hasMessageContaining("authgate.moode is unknown")
			.hasMessageContaining("authgate.vault.seccret is unknown");
	}

	@Test
	void whenUnknownKeyMayBeSecretThenItIsNotRepeated() {
		refused(TestSources.yaml("authgate:", "  vault:", "    a7-secret-as-a-key: client"))
			.hasMessage("A key beneath authgate.vault is unknown (test.yml - 3:25).")
			.extracting("action")
			.asString()
			.doesNotContain("a7");
	}

	@Test
	void whenUnknownKeyHasNoLineThenItsSourceIsNamedWithoutTheKey() {
		refused(TestSources.map("authgate.vault.a7-secret", "client"))
			.hasMessage("A key beneath authgate.vault is unknown (property source 'map').");
	}

	@Test
	void whenKeyIsUnknownOnTheCommandLineThenRefused() {
		CommandLinePropertySource<?> line = new SimpleCommandLinePropertySource("--authgate.moode=off");
		refused(line).hasMessageContaining("authgate.moode is unknown (property source 'commandLineArgs')");
	}

	@Test
	void whenKeyIsUnknownInTheSystemThenIgnored() {
		assertThat(bind(TestSources.variable("AUTHGATE_PORT", "tcp://10.0.0.1:80")).mode())
			.isEqualTo(TestTree.Mode.ON_LINE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "authgate.vault.clock-skew", "authgate.vault.clockSkew", "authgate.vault.clock_skew",
			"authgate.vault.CLOCKSKEW", "authGate.vault.clockskew", "auth-gate.vault.clock-skew" })
	void whenNameIsRelaxedThenBound(String key) {
		assertThat(bind(TestSources.properties(key + "=7s")).vault().clockSkew()).hasSeconds(7);
	}

	@Test
	void whenNameComesFromAVariableThenBound() {
		assertThat(bind(TestSources.variable("AUTHGATE_VAULT_CLOCKSKEW", "7s")).vault().clockSkew()).hasSeconds(7);
	}

	@Test
	void whenListIsCommaSeparatedOrIndexedThenBound() {
		assertThat(bind(TestSources.yaml("authgate.public-paths: /a, /b")).publicPaths()).containsExactly("/a", "/b");
		assertThat(bind(TestSources.yaml("authgate.public-paths: [ /a, /b ]")).publicPaths()).containsExactly("/a",
				"/b");
	}

	@Test
	void whenMapHasNamesThenTheyAreKept() {
		TestTree tree = bind(
				TestSources.yaml("authgate.roles:", "  team_lead: a:b, c:d", "  \"[team.admin/x]\": [ e:f ]"));
		assertThat(tree.roles()).containsOnlyKeys("team_lead", "team.admin/x");
	}

	@Test
	void whenDataIsNestedThenBound() {
		TestTree tree = bind(
				TestSources.yaml("authgate.doors:", "  - id: a", "    data: { tenant_id: 7, more: { x: [ 1, 2 ] } }"));
		assertThat(tree.doors().get(0).data()).containsEntry("tenant_id", 7).containsKey("more");
	}

	@Test
	void whenGroupIsEmptyThenTolerated() {
		assertThat(bind(TestSources.yaml("authgate:", "  vault:", "  doors: []")).doors()).isEmpty();
	}

	@Test
	void whenPermissionsAreAMapThenTheCommaFormIsShown() {
		refused(TestSources.yaml("authgate.doors:", "  - id: a", "    permissions: { threads: [ read ] }"))
			.hasMessage("authgate.doors[0].permissions is a list, and is written as a map (test.yml - 3:31).")
			.extracting("action")
			.asString()
			.contains("permissions: \"threads:read, threads:write\"");
	}

	@Test
	void whenPermissionHasABlankAfterItsColonThenTheCommaFormIsShown() {
		refused(TestSources.yaml("authgate.doors:", "  - id: a", "    permissions:", "      - threads: read"))
			.hasMessageContaining(
					"authgate.doors[0].permissions[0] is a single value, and is written as a map or list");
	}

	@Test
	void whenRoleIsAMapThenRefusedWithTheCommaFormAndBrackets() {
		refused(TestSources.yaml("authgate.roles:", "  admin: { threads: [ read ] }"))
			.hasMessageContaining("authgate.roles.admin is a list, and is written as a map")
			.extracting("action")
			.asString()
			.contains("admin: \"threads:read, threads:write\"")
			.contains("\"[team.admin]\"");
	}

	@Test
	void whenEntryIsASingleValueThenRefusedWithoutIt() {
		refused(TestSources.yaml("authgate.doors: [ my-secret-key ]"))
			.hasMessage(
					"authgate.doors[0] is a group of properties, and is written as a single value (test.yml - 1:19).")
			.extracting("action")
			.asString()
			.startsWith("Write an entry as - { id: …, key: … }");
	}

	@Test
	void whenListOfEntriesIsASingleValueThenRefused() {
		refused(TestSources.yaml("authgate.doors: my-secret-key"))
			.hasMessageStartingWith("authgate.doors is a list of entries, and is written as a single value")
			.extracting("action")
			.asString()
			.contains("- { id: …, key: … }");
	}

	@Test
	void whenListOfEntriesIsAMapThenRefusedWithoutItsKeys() {
		refused(TestSources.yaml("authgate.doors:", "  a-secret: client"))
			.hasMessageStartingWith("authgate.doors is a list of entries, and is written as a map")
			.message()
			.doesNotContain("a-secret");
	}

	@Test
	void whenGroupIsASingleValueThenRefused() {
		refused(TestSources.yaml("authgate.vault: off"))
			.hasMessageStartingWith("authgate.vault is a group of properties, and is written as a single value");
	}

	@Test
	void whenEverythingIsASingleValueThenRefused() {
		refused(TestSources.yaml("authgate: off"))
			.hasMessageStartingWith("authgate is a group of properties, and is written as a single value");
	}

	@Test
	void whenGroupIsAListThenRefused() {
		refused(TestSources.yaml("authgate.vault:", "  - secret: x"))
			.hasMessageStartingWith("authgate.vault is a group of properties, and is written as a list");
	}

	@Test
	void whenMapIsAListOrASingleValueThenRefused() {
		refused(TestSources.yaml("authgate.roles: [ admin ]"))
			.hasMessageStartingWith("authgate.roles is a map, and is written as a list");
		refused(TestSources.yaml("authgate.roles: admin"))
			.hasMessageStartingWith("authgate.roles is a map, and is written as a single value");
	}

	@Test
	void whenSingleValueHasPropertiesThenRefused() {
		refused(TestSources.yaml("authgate.vault.clock-skew: { seconds: 3 }"))
			.hasMessageStartingWith("authgate.vault.clock-skew is a single value, and is written as a map or list")
			.extracting("action")
			.isEqualTo("Write it as a duration such as 30s, 15m or 24h.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "authgate.roles.ops/admin", "authgate.roles.ünï", "authgate..vault", "authgate.vault.",
			"authgate.doors[0", "authgate.vault.se cret" })
	void whenKeyCannotBeReadThenRefused(String key) {
		refused(TestSources.map(key, "x"))
			.hasMessageStartingWith("A key beneath authgate has characters that property names cannot have");
	}

	@Test
	void whenNameIsWrittenTwiceThenRefused() {
		refused(TestSources.yaml("authgate.roles:", "  Admin: a:b", "  admin: c:d"))
			.hasMessage("authgate.roles.admin is written twice (test.yml - 2:10, and test.yml - 3:10).");
	}

	@Test
	void whenListIsWrittenInBothFormsThenRefused() {
		refused(TestSources.properties("authgate.public-paths=/a", "authgate.public-paths[0]=/b"))
			.hasMessageStartingWith("authgate.public-paths is written twice, as a whole and by its elements");
	}

	@ParameterizedTest
	@ValueSource(strings = { "authgate.doors[1].id", "authgate.public-paths[1]", "authgate.doors[99999999999].id" })
	void whenListHasAGapThenRefused(String key) {
		refused(TestSources.properties(key + "=/a")).hasMessageMatching(
				"authgate\\.[a-z-]+\\[0] is missing, and elements after it are there \\(test.properties .*");
	}

	@Test
	void whenVariableLeavesAGapThenRefusedWithoutValues() {
		refused(TestSources.variable("AUTHGATE_DOORS_1_KEY", "my-secret"))
			.hasMessage("An element of authgate.doors is missing, and elements after it are there "
					+ "(property source 'systemEnvironment').");
	}

	@Test
	void whenListIsReplacedByAnotherSourceThenWhatItHidesIsNotJudged() {
		TestTree tree = bind(TestSources.properties("authgate.doors[0].key=one"),
				TestSources.yaml("authgate.doors:", "  - key: \"${NOT_SET}\"", "  - key: \"${NOT_SET}\""));
		assertThat(tree.doors()).hasSize(1);
	}

	@Test
	void whenRefusedThenWithoutCause() {
		refused(TestSources.yaml("authgate.moode: off")).hasNoCause();
	}

	@Test
	void whenOtherPrefixThenIgnored() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> bind(TestSources.yaml("authgate.x: 1", "authgated.x: 1", "other.authgate.y: 1")))
			.withMessageNotContaining("y is unknown")
			.withMessageNotContaining("authgated");
	}

	private static TestTree bind(PropertySource<?>... sources) {
		return StrictBinder.bind(TestSources.environment(sources), "authgate", TestTree.class);
	}

	private static AbstractThrowableAssert<?, MisconfigurationException> refused(PropertySource<?>... sources) {
		return assertThat(catchThrowableOfType(MisconfigurationException.class, () -> bind(sources))).isNotNull();
	}

}
