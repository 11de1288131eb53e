package dev.authgate.benchmark.app;

/**
 * The two callers that a guarded variant knows.
 *
 * @param reader holds {@link Thing#READ}
 * @param stranger is known and holds no permission
 */
public record Credentials(Credential reader, Credential stranger) {

	/**
	 * The key of the caller who may read; of use on a loopback benchmark only.
	 */
	public static final String READER_KEY = "benchmark_7c1fd0a2b94e4f63a8d5";

	/**
	 * The key of the caller who may not.
	 */
	public static final String STRANGER_KEY = "benchmark_e05b8c9147f24d1fb362";

	/**
	 * Returns both callers by API key.
	 */
	public static Credentials apiKeys() {
		return new Credentials(Credential.apiKey(READER_KEY), Credential.apiKey(STRANGER_KEY));
	}

	/**
	 * Returns both callers by HS256 token, signed with {@link Tokens#SECRET}.
	 */
	public static Credentials tokens() {
		return new Credentials(Credential.bearer(Tokens.with(Thing.READ)), Credential.bearer(Tokens.with("")));
	}

	/**
	 * Returns both callers by HS256 token of a session, signed with
	 * {@link Tokens#SECRET}.
	 */
	public static Credentials sessionTokens() {
		return new Credentials(Credential.bearer(Tokens.ofSession(Thing.READ)),
				Credential.bearer(Tokens.ofSession("")));
	}

}
