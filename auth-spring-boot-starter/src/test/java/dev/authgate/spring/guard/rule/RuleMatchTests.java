package dev.authgate.spring.guard.rule;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.Permission;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that match one request, the most specific first: each is written as what it sets,
 * with {@code p} and {@code q} for permissions, {@code k} and {@code t} for
 * authenticators, and the first letter of an access in capitals.
 */
class RuleMatchTests {

	@ParameterizedTest
	@CsvSource({ "'', ''", "P, P", "O, O", "R, R", "D, D", "p, p", "k, k", "P P, P", "R P, R", "P R, P", "O R, O",
			"O P, O", "D P, D", "P D, P", "p q, p", "k t, k", "kp P, Rkp", "p P, Rp", "k P, Rk", "p O, Rp", "k O, Ok",
			"p R, Rp", "p D, Dp", "Op R, Op", "O p, Op", "R p, Rp", "P p, P", "P k, P", "k p, kp", "p k P, Rkp",
			"R P p, Rp", "k p O, Rkp", "D p, Dp", "p P q, Rp" })
	void whenRulesMatchThenEachPartComesFromTheMostSpecific(String rules, String expected) {
		RuleMatch match = RuleMatch.none();
		for (String rule : rules.split(" ")) {
			match = rule.isEmpty() ? match : match.and(rule(rule));
		}
		assertThat(text(match)).isEqualTo(expected);
	}

	@Test
	void whenSameRulesMatchAgainThenTheSameInstanceIsGiven() {
		RuleMatch none = RuleMatch.none();
		RouteRule first = rule("p");
		RouteRule second = rule("R");
		assertThat(none.and(first).and(second)).isSameAs(none.and(first).and(second));
	}

	private static RouteRule rule(String letters) {
		List<String> authenticators = new ArrayList<>();
		Requirement requirement = Requirement.NONE;
		Access access = null;
		for (char letter : letters.toCharArray()) {
			switch (letter) {
				case 'k', 't' -> authenticators.add(String.valueOf(letter));
				case 'p', 'q' -> requirement = requirement.and(permission(letter));
				default -> access = access(letter);
			}
		}
		return new RouteRule("/**", null, new Declaration(authenticators.isEmpty() ? null : authenticators, access,
				requirement, letters, Declaration.Kind.REQUESTS), PathPatternRequestMatcher.withDefaults());
	}

	private static Requirement permission(char letter) {
		return Requirement.of(new Requirement.Permissions(List.of(Permission.of(letter + ":x")), false));
	}

	private static Access access(char letter) {
		for (Access access : Access.values()) {
			if (access.name().charAt(0) == letter) {
				return access;
			}
		}
		throw new IllegalArgumentException("No access " + letter);
	}

	private static String text(RuleMatch match) {
		String access = (match.access() != null) ? match.access().name().substring(0, 1) : "";
		String authenticators = (match.authenticators() != null) ? String.join("", match.authenticators()) : "";
		return access + authenticators + match.requirement().toString().replaceAll("[^pq]", "");
	}

}
