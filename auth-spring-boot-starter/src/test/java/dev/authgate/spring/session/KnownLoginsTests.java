package dev.authgate.spring.session;

import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownLoginsTests {

	private final KnownLogins logins = new KnownLogins();

	@Test
	void whenFullThenAFewMakeRoom() {
		KnownLogin login = login();
		IntStream.rangeClosed(0, KnownLogins.CAPACITY).forEach((i) -> this.logins.add("text" + i, login));
		assertThat(known(KnownLogins.CAPACITY + 1)).isBetween(KnownLogins.CAPACITY - 100L, (long) KnownLogins.CAPACITY);
		assertThat(this.logins.find("text" + KnownLogins.CAPACITY)).isSameAs(login);
	}

	@Test
	void whenAddedTwiceThenTheFirstCounts() {
		KnownLogin first = this.logins.add("text", login());
		assertThat(this.logins.add("text", login())).isSameAs(first);
	}

	private long known(int count) {
		return IntStream.range(0, count).filter((i) -> this.logins.find("text" + i) != null).count();
	}

	private static KnownLogin login() {
		AuthUser user = AuthUser.of("ada");
		StoredLogin stored = new StoredLogin("s1", user, Set.of(), 0, Instant.EPOCH, Secret.of("token"));
		return new KnownLogin(stored, Caller.of(user, "session"), 0);
	}

}
