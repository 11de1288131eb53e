package dev.authgate.apikey;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.contract.ApiKeyStoreContract;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryApiKeyStoreTests extends ApiKeyStoreContract {

	private final InMemoryApiKeyStore guarded = new InMemoryApiKeyStore(
			Grants.of(TestUsers.registry(), Map.of("clerk", List.of("threads:write"))));

	@Override
	protected ApiKeyStore store() {
		return new InMemoryApiKeyStore();
	}

	@Test
	void whenRegisteredThenRolesAndWildcardsBecomePermissions() {
		this.guarded.register(ApiKey.builder(Secret.of("abc"))
			.permissions(PermissionSet.of("files:*"))
			.roles(Set.of("clerk"))
			.build());
		assertThat(this.guarded.find(SecretDigest.of("abc")).user().permissions()).containsExactly("files:delete",
				"files:read", "files:write", "threads:write");
	}

	/** C3. */
	@Test
	void whenPermissionIsUnknownThenNothingIsRegistered() {
		ApiKey key = ApiKey.builder(Secret.of("abc")).permissions(PermissionSet.of("folders:read")).build();
		assertThatIllegalArgumentException().isThrownBy(() -> this.guarded.register(key))
			.withMessage("Unknown permission resource: 'folders'");
		assertThat(this.guarded.find(key.digest())).isNull();
	}

	@Test
	void whenIdIsTakenThenMessageNamesTheIdAlone() {
		this.guarded.register(ApiKey.builder(Secret.of("canary-1")).id("first").build());
		ApiKey other = ApiKey.builder(Secret.of("canary-2")).id("first").build();
		assertThatIllegalArgumentException().isThrownBy(() -> this.guarded.register(other))
			.withMessage("Another API key has the id 'first'");
	}

	@Test
	void whenKeyIsRevokedThenNoLongerListed() {
		this.guarded.register(ApiKey.of("abc", "one"));
		this.guarded.register(ApiKey.of("def", "two"));
		assertThat(this.guarded.keys()).extracting(ApiKey::app).containsExactlyInAnyOrder("one", "two");
		this.guarded.keys().stream().map(ApiKey::id).forEach(this.guarded::revoke);
		assertThat(this.guarded.keys()).isEmpty();
	}

}
