package dev.authgate.spring.autoconfigure.browser;

import dev.authgate.spring.session.cookie.SessionCookie;
import dev.authgate.spring.session.stored.HashedSessionIds;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The cookie and the ids of sessions that Spring Session keeps.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("authgate.login.form")
@ConditionalOnClass({ HttpSessionIdResolver.class, SessionIdGenerator.class })
public final class SpringSessionConfiguration {

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

	@Bean
	@ConditionalOnMissingBean({ HttpSessionIdResolver.class, SessionIdGenerator.class })
	HashedSessionIds authgateSessionIds(CookieSerializer cookies) {
		return new HashedSessionIds(cookies);
	}

}
