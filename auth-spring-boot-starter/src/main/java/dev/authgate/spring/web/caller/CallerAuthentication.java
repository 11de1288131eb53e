package dev.authgate.spring.web.caller;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A {@link Caller} as Spring Security's authentication: the name is the user's id, the
 * principal the {@link AuthUser}, the authorities are the permissions and, with the
 * prefix {@code ROLE_}, the roles.
 * <p>
 * It holds no credential. Immutable.
 */
public final class CallerAuthentication implements Authentication {

	private static final long serialVersionUID = 1L;

	private static final String ROLE_PREFIX = "ROLE_";

	private final transient Caller caller;

	/**
	 * Wraps a caller.
	 * @param caller the authenticated caller
	 */
	public CallerAuthentication(Caller caller) {
		this.caller = caller;
	}

	/**
	 * Gives the caller.
	 * @return the caller
	 */
	public Caller caller() {
		return this.caller;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		List<GrantedAuthority> authorities = new ArrayList<>();
		this.caller.user().permissions().forEach((name) -> authorities.add(new SimpleGrantedAuthority(name)));
		this.caller.roles().forEach((role) -> authorities.add(new SimpleGrantedAuthority(ROLE_PREFIX + role)));
		return authorities;
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public @Nullable Object getDetails() {
		return this.caller;
	}

	@Override
	public AuthUser getPrincipal() {
		return this.caller.user();
	}

	@Override
	public boolean isAuthenticated() {
		return true;
	}

	@Override
	public void setAuthenticated(boolean authenticated) {
		throw new IllegalArgumentException("An authenticated caller cannot be changed, make a new authentication");
	}

	@Override
	public String getName() {
		return this.caller.user().id();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CallerAuthentication authentication && this.caller.equals(authentication.caller);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.caller.user().id());
	}

	@Override
	public String toString() {
		return "CallerAuthentication[" + getName() + " by " + this.caller.authenticator() + "]";
	}

}
