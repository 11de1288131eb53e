package dev.authgate.benchmark.satoken;

import cn.dev33.satoken.stp.StpInterface;
import cn.dev33.satoken.stp.StpLogic;
import cn.dev33.satoken.stp.StpUtil;
import dev.authgate.benchmark.app.Credentials;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * Keeps logins in memory, by a random token.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ CheckedThings.class, SaTokenRules.class })
public final class SaTokenVariant {

	@Bean
	StpInterface permissions() {
		return new Logins();
	}

	@Bean
	StpLogic logic() {
		return new StpLogic(StpUtil.TYPE);
	}

	@Bean
	@Lazy
	Credentials credentials(StpLogic logic) {
		return Logins.by(logic);
	}

}
