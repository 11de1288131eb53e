package dev.authgate.contract;

import dev.authgate.PermissionSet;
import dev.authgate.apikey.ApiKey;
import dev.authgate.secret.Secret;

/**
 * API keys for tests.
 */
public final class TestApiKeys {

	/** A key that {@link #first()} registers. */
	public static final String FIRST = "sk_first_7Qm2xV9bTz4Lr8Wd";

	/** A key that {@link #second()} registers. */
	public static final String SECOND = "sk_second_Hn5cKp1sYf6Ju3Ge";

	private TestApiKeys() {
	}

	/**
	 * Makes a key that may read threads.
	 * @return the key {@link #FIRST} with the id {@code first} of {@code client_1}
	 */
	public static ApiKey first() {
		return ApiKey.builder(Secret.of(FIRST))
			.id("first")
			.app("client_1")
			.permissions(PermissionSet.of("threads:read"))
			.build();
	}

	/**
	 * Makes a key without permissions.
	 * @return the key {@link #SECOND} with the id {@code second} of {@code client_2}
	 */
	public static ApiKey second() {
		return ApiKey.builder(Secret.of(SECOND)).id("second").app("client_2").build();
	}

}
