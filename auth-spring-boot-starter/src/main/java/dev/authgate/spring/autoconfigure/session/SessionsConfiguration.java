package dev.authgate.spring.autoconfigure.session;

import java.time.Clock;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.account.AccountStore;
import dev.authgate.account.change.AccountMessages;
import dev.authgate.account.token.OneTimeTokens;
import dev.authgate.jwt.RevocationCheck;
import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.RevocationStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.InMemorySessionStore;
import dev.authgate.session.RefreshTokens;
import dev.authgate.session.SessionRules;
import dev.authgate.session.SessionStore;
import dev.authgate.session.Sessions;
import dev.authgate.session.user.SessionUsers;
import dev.authgate.spring.revocation.LoginEpochs;
import dev.authgate.spring.revocation.LogoutEverywhere;
import dev.authgate.spring.revocation.RevokedTokens;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Sessions and what takes tokens back, each made when something first asks for it: an
 * application without people in it has none of them.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
public final class SessionsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RevocationStore authgateRevocationStore() {
		return new InMemoryRevocationStore();
	}

	@Bean
	@ConditionalOnMissingBean
	SessionStore authgateSessionStore() {
		return new InMemorySessionStore(InMemorySessionStore.DEFAULT_CAPACITY);
	}

	@Bean
	@ConditionalOnMissingBean
	SessionRules authgateSessionRules(AuthgateProperties properties) {
		return new SessionRules(properties.session().limits(), properties.refresh().limits(),
				properties.jwt().timeToLive(), properties.refresh().grace());
	}

	@Bean
	FollowedRevocations authgateFollowedRevocations(AuthgateProperties properties, RevocationStore store,
			SessionRules rules, ObjectProvider<Clock> clock) {
		return FollowedRevocations.of(store, rules.retentionOrLonger(properties.revocation().retention()),
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	Revocations authgateRevocations(FollowedRevocations followed) {
		return followed.revocations();
	}

	@Bean
	@ConditionalOnMissingBean
	RevocationCheck authgateRevocationCheck(Revocations revocations) {
		return new RevokedTokens(revocations);
	}

	@Bean
	@ConditionalOnMissingBean
	LoginEpochs authgateLoginEpochs(AccountStore accounts, Revocations revocations) {
		return new LoginEpochs(accounts, revocations);
	}

	@Bean
	@ConditionalOnMissingBean
	Sessions authgateSessions(SessionStore store, Revocations revocations, SessionRules rules, AuthEventListener events,
			ObjectProvider<Clock> clock) {
		return new Sessions(store, revocations, rules, events, clock.getIfUnique(Clock::systemUTC));
	}

	// Where nothing sends tokens none can be void, and the application may have no store
	// for them.
	@Bean
	@ConditionalOnMissingBean
	LogoutEverywhere authgateLogoutEverywhere(Sessions sessions, ObjectProvider<AccountMessages> messages,
			ObjectProvider<OneTimeTokens> tokens, AuthEventListener events) {
		boolean sent = messages.getIfUnique() != null;
		return new LogoutEverywhere(sessions, sent ? tokens.getIfAvailable() : null, events);
	}

	@Bean
	@ConditionalOnMissingBean
	SessionUsers authgateSessionUsers(AccountStore accounts, Grants grants) {
		return new AccountUsers(accounts, grants);
	}

	@Bean
	@ConditionalOnMissingBean
	RefreshTokens authgateRefreshTokens(Sessions sessions, SessionUsers users) {
		return new RefreshTokens(sessions, users);
	}

}
