package dev.authgate.spring.test;

import dev.authgate.spring.web.caller.CallerAuthentication;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/**
 * Makes the security context that {@link WithUser} describes.
 */
final class WithUserContextFactory implements WithSecurityContextFactory<WithUser> {

	private final TestedApplication application;

	WithUserContextFactory() {
		this.application = TestedApplication.NONE;
	}

	@Autowired
	WithUserContextFactory(ApplicationContext context) {
		this.application = TestedApplication.of(context);
	}

	@Override
	public SecurityContext createSecurityContext(WithUser annotation) {
		TestUser user = TestUser.of(annotation.id(), "@WithUser")
			.withPermissions(annotation.permissions())
			.withRoles(annotation.roles())
			.withData(UserData.parse(annotation.data()))
			.by(annotation.authenticator())
			.from(annotation.app());
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new CallerAuthentication(this.application.caller(user)));
		return context;
	}

}
