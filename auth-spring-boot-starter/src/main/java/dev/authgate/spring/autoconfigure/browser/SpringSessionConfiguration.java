package dev.authgate.spring.autoconfigure.browser;

import java.util.EnumSet;

import dev.authgate.spring.session.BrowserSessions;
import dev.authgate.spring.session.SessionCookie;
import dev.authgate.spring.session.stored.BoundedSessionRepositories;
import dev.authgate.spring.session.stored.HashedSessionIds;
import dev.authgate.spring.session.stored.UnstoredSessions;
import dev.authgate.spring.web.Refuser;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

import jakarta.servlet.DispatcherType;

/**
 * The cookie and the ids of sessions that Spring Session keeps.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("authgate.login.form")
@ConditionalOnClass({ HttpSessionIdResolver.class, SessionIdGenerator.class })
public final class SpringSessionConfiguration {

	// Within what observes requests, around the filter of Spring Session.
	private static final int BEFORE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 10;

	@Bean
	@ConditionalOnMissingBean({ CookieSerializer.class, HttpSessionIdResolver.class })
	DefaultCookieSerializer authgateCookieSerializer(SessionCookie cookie) {
		DefaultCookieSerializer serializer = new DefaultCookieSerializer();
		serializer.setCookieName(cookie.name());
		serializer.setCookiePath(SessionCookie.PATH);
		serializer.setUseHttpOnlyCookie(true);
		serializer.setUseSecureCookie(cookie.secure());
		serializer.setSameSite(cookie.sameSite());
		serializer.setUseBase64Encoding(false);
		return serializer;
	}

	// Static: what stands in its way would be made before other beans can be looked at.
	@Bean
	static BoundedSessionRepositories authgateBoundedSessionRepositories() {
		return new BoundedSessionRepositories();
	}

	@Bean
	FilterRegistrationBean<UnstoredSessions> authgateUnstoredSessions(BrowserSessions sessions, Refuser refuser) {
		FilterRegistrationBean<UnstoredSessions> filter = new FilterRegistrationBean<>(
				new UnstoredSessions(sessions, refuser));
		filter.setOrder(BEFORE_SESSIONS);
		filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
		return filter;
	}

	@Bean
	@ConditionalOnMissingBean({ HttpSessionIdResolver.class, SessionIdGenerator.class })
	HashedSessionIds authgateSessionIds(CookieSerializer cookies) {
		return new HashedSessionIds(cookies);
	}

}
