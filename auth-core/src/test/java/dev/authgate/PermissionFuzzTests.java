package dev.authgate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.authgate.contract.TestRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Whatever stands for a permission, nothing but a wrong argument is thrown, and nothing
 * is granted that a simpler statement of the rules refuses.
 */
class PermissionFuzzTests {

	private static final String SIDE = "(?:\\*|[\\x21-\\x7e&&[^\"*,:\\\\]]+)";

	private static final Pattern PERMISSION = Pattern.compile(SIDE + ":" + SIDE);

	private static final Grants GRANTS = Grants
		.of(PermissionRegistry.of(Map.of("threads", List.of("read", "write"), "files", List.of("read"))), Map.of());

	private static final Set<String> KNOWN = Set.of("threads:read", "threads:write", "files:read");

	/** C2. */
	@Test
	void whenPermissionIsAnyTextThenOnlyTheGrammarIsTaken() {
		TestRandom.rounds((random) -> {
			String text = random.mutated(random.anyOf("threads:read", "*:*", "a:*", "*:b", ":", "a:b:c", ""),
					":*,\"\\ \0a");
			boolean wellFormed = PERMISSION.matcher(text).matches();
			assertThat(Permission.isValid(text)).as(text).isEqualTo(wellFormed);
			if (wellFormed) {
				assertThat(Permission.of(text)).hasToString(text);
			}
			else {
				assertThatIllegalArgumentException().isThrownBy(() -> Permission.of(text));
			}
		});
	}

	/** C10: what a token or a header names is known, or left out and told. */
	@Test
	void whenReceivedOnesAreAnyTextsThenOnlyKnownOnesAreGranted() {
		TestRandom.rounds((random) -> {
			List<String> received = List.of(any(random), any(random), any(random));
			List<String> dropped = new ArrayList<>();
			PermissionSet granted = GRANTS.received(received, List.of(), dropped::add);
			assertThat(KNOWN).containsAll(granted);
			assertThat(received).containsAll(dropped);
			assertThat(received).filteredOn((text) -> !dropped.contains(text))
				.allMatch((text) -> PERMISSION.matcher(text).matches());
		});
	}

	/** C5: a permission is granted by itself or by a wildcard, and by nothing else. */
	@Test
	void whenAnySetIsAskedThenItGrantsWhatOneOfItsMembersImplies() {
		TestRandom.rounds((random) -> {
			List<String> held = List.of(permission(random), permission(random), permission(random));
			String[] required = (random.anyOf("a", "b", "ab") + ":" + random.anyOf("x", "y", "xy")).split(":");
			boolean implied = held.stream()
				.map((text) -> text.split(":"))
				.anyMatch((sides) -> Set.of("*", required[0]).contains(sides[0])
						&& Set.of("*", required[1]).contains(sides[1]));
			assertThat(PermissionSet.of(held).grants(Permission.of(required[0] + ":" + required[1])))
				.as(held + " for " + String.join(":", required))
				.isEqualTo(implied);
		});
	}

	private static String any(TestRandom random) {
		return random.mutated(random.anyOf("threads:read", "files:read", "*:read", "threads:*", "*:*", "x:y"), ":*, e");
	}

	private static String permission(TestRandom random) {
		return random.anyOf("a", "b", "ab", "*") + ":" + random.anyOf("x", "y", "xy", "*");
	}

}
