package dev.authgate.spring.test;

import dev.authgate.Caller;
import dev.authgate.spring.web.caller.CallerAuthentication;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A user who is preset for one request of MockMvc, without a credential.
 * <p>
 * Each method gives another description and leaves this one as it is. Immutable and safe
 * for use by several threads.
 */
public final class PresetUser implements RequestPostProcessor {

	private final TestUser user;

	PresetUser(TestUser user) {
		this.user = user;
	}

	/**
	 * Gives the user permissions, in place of those given before.
	 * @param permissions permissions as {@code resource:action}, which may have wildcards
	 * @return the user
	 */
	public PresetUser permissions(String... permissions) {
		return new PresetUser(this.user.withPermissions(permissions));
	}

	/**
	 * Gives the user roles, in place of those given before.
	 * @param roles roles, without a prefix
	 * @return the user
	 */
	public PresetUser roles(String... roles) {
		return new PresetUser(this.user.withRoles(roles));
	}

	/**
	 * Adds to what is known of the user.
	 * @param name the name of an entry of the user's data
	 * @param value its value
	 * @return the user
	 */
	public PresetUser data(String name, Object value) {
		return new PresetUser(this.user.withData(name, value));
	}

	/**
	 * Names the authenticator that the user is taken to have used. Where a guard does not
	 * ask it, the request has no credential; that holds for public routes too. Where
	 * several are required together, one of them is no credential either:
	 * {@code all(api-key, jwt)} is named as a whole.
	 * @param name the name of an authenticator; without it every guard accepts the user
	 * @return the user
	 */
	public PresetUser authenticator(String name) {
		return new PresetUser(this.user.by(name));
	}

	/**
	 * Names the client application that the user came by.
	 * @param name its name
	 * @return the user
	 */
	public PresetUser app(String name) {
		return new PresetUser(this.user.from(name));
	}

	/**
	 * Presets the user.
	 * @param request the request
	 * @return the request
	 * @throws IllegalArgumentException if the application does not know a permission or
	 * the authenticator
	 * @throws IllegalStateException if MockMvc does not know the application
	 */
	@Override
	public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
		return preset(TestedApplication.of(TestedApplication.contextOf(request)).caller(this.user), request);
	}

	static MockHttpServletRequest preset(Caller caller, MockHttpServletRequest request) {
		return SecurityMockMvcRequestPostProcessors.authentication(new CallerAuthentication(caller))
			.postProcessRequest(request);
	}

}
