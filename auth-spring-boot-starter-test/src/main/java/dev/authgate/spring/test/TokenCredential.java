package dev.authgate.spring.test;

import java.util.function.Consumer;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;

/**
 * A token that the application itself issues and signs for a user whom the test
 * describes.
 * <p>
 * Each method gives another description and leaves this one as it is. Immutable and safe
 * for use by several threads.
 */
public final class TokenCredential implements Credential {

	private final TestUser user;

	TokenCredential(TestUser user) {
		this.user = user;
	}

	/**
	 * Gives the user permissions, in place of those given before.
	 * @param permissions permissions as {@code resource:action}, which may have wildcards
	 * @return the token
	 */
	public TokenCredential permissions(String... permissions) {
		return new TokenCredential(this.user.withPermissions(permissions));
	}

	/**
	 * Gives the token roles, in place of those given before; without them it has
	 * {@code authgate.jwt.default-roles}.
	 * @param roles exactly the roles of the token; may be none
	 * @return the token
	 */
	public TokenCredential roles(String... roles) {
		return new TokenCredential(this.user.withRoles(roles));
	}

	/**
	 * Adds a claim to the user's data.
	 * @param name the name of the claim
	 * @param value a text, number, truth value, list or map
	 * @return the token
	 */
	public TokenCredential data(String name, Object value) {
		return new TokenCredential(this.user.withData(name, value));
	}

	@Override
	public Consumer<HttpHeaders> in(ApplicationContext context) {
		String token = TestedApplication.of(context).token(this.user);
		return (headers) -> headers.setBearerAuth(token);
	}

}
