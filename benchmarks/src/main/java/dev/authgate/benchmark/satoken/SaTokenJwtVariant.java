package dev.authgate.benchmark.satoken;

import cn.dev33.satoken.jwt.StpLogicJwtForStateless;
import cn.dev33.satoken.stp.StpInterface;
import cn.dev33.satoken.stp.StpLogic;
import dev.authgate.benchmark.app.Credentials;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * Verifies an HS256 token at each request, without a store.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ CheckedThings.class, SaTokenRules.class })
public final class SaTokenJwtVariant {

	@Bean
	StpInterface permissions() {
		return new Logins();
	}

	@Bean
	StpLogic logic() {
		return new StpLogicJwtForStateless();
	}

	@Bean
	@Lazy
	Credentials credentials(StpLogic logic) {
		return Logins.by(logic);
	}

}
