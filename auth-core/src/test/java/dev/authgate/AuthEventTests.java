package dev.authgate;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

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

}
