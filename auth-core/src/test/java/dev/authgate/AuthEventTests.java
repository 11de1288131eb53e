package dev.authgate;

import java.util.Collections;
import java.util.List;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEvent.TokenChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthEventTests {

	@Test
	void whenDroppedPermissionCouldForgeALineThenMadePrintable() {
		AuthEvent.PermissionsDropped event = new AuthEvent.PermissionsDropped("jwt", "a", List.of("x\r\ny", "é"));
		assertThat(event.permissions()).containsExactly("x??y", "?");
	}

	@Test
	void whenMuchIsDroppedThenBounded() {
		List<String> many = Collections.nCopies(1000, "x".repeat(8000));
		AuthEvent.PermissionsDropped event = new AuthEvent.PermissionsDropped("jwt", "a", many);
		assertThat(event.permissions()).hasSize(20).allSatisfy((text) -> assertThat(text).hasSize(100));
	}

	/** O8: escape sequences, line ends of every kind, and marks of direction. */
	@ParameterizedTest
	@ValueSource(strings = { "\r", "\n", "\u001b", "\0", "\u0085", "\u2028", "\u2029", "\u202e", "\u200b", "\ud800" })
	void whenClientSendsWhatForgesALineThenMadePrintable(String forging) {
		String text = "a" + forging + "b";
		AuthEvent rejected = new CredentialRejected("basic", RejectionReason.UNKNOWN, text, text, text, text);
		AuthEvent refused = new AccessRefused(text, "csrf", text, text, text);
		AuthEvent account = new AccountChanged(AccountAction.UPDATED, text, text, text);
		AuthEvent token = new TokenChanged(TokenAction.ISSUED, text, text, text);
		assertThat(List.of(rejected, refused, account, token)).asString().contains("a?b").doesNotContain(forging);
	}

	@Test
	void whenNameHasLettersOfAnyScriptThenKept() {
		String name = "J\u00fcrgen \u5f20\u4f1f \ud83d\ude00";
		assertThat(new AccessRefused(name, "csrf", "GET", "/", "::1").userId()).isEqualTo(name);
	}

	@Test
	void whenTextIsLongThenBounded() {
		AccessRefused refused = new AccessRefused(null, "csrf", "GET", "/" + "x".repeat(8000), "::1");
		assertThat(refused.path()).hasSize(256);
		assertThat(refused.userId()).isNull();
	}

	@Test
	void whenNothingIsClaimedThenNull() {
		assertThat(new CredentialRejected("jwt", RejectionReason.EXPIRED, "GET", "/", "::1").claimed()).isNull();
	}

}
