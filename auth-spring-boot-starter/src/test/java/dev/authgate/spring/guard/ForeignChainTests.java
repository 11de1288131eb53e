package dev.authgate.spring.guard;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers under a filter chain of the application's own.
 */
@ExtendWith(OutputCaptureExtension.class)
class ForeignChainTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Chain.class)
		.route(0, "paths=/legacy/ruled", "permissions=users:read")
		.route(1, "paths=/legacy/denied", "access=denied");

	@Test
	void whenChainGrantsAuthorityThenPermissionIsMet() {
		assertThat(APP.get("/legacy/permission", "X-Authorities: threads:read").body()).contains("served");
	}

	@Test
	void whenChainGrantsOtherAuthorityThenForbidden() {
		assertThat(APP.get("/legacy/permission", "X-Authorities: threads:write").body())
			.contains("\"missing\":[\"threads:read\"]");
	}

	@Test
	void whenChainGrantsRoleThenRoleIsMet() {
		assertThat(APP.get("/legacy/role", "X-Authorities: ROLE_admin").status()).isEqualTo(200);
		assertThat(APP.get("/legacy/role", "X-Authorities: admin").status()).isEqualTo(403);
	}

	@Test
	void whenAuthorityIsWildcardThenItGrantsNothing() {
		assertThat(APP.get("/legacy/permission", "X-Authorities: *:*").status()).isEqualTo(403);
	}

	@Test
	void whenPrincipalIsUserOfOursThenOnlyAuthoritiesCount() {
		assertThat(APP.get("/legacy/permission", "X-Principal: ours").status()).isEqualTo(403);
	}

	@Test
	void whenChainKnowsNobodyThenUnauthorizedWithoutNamingPermission() {
		assertThat(APP.get("/legacy/permission").status()).isEqualTo(401);
		assertThat(APP.get("/legacy/permission").body()).doesNotContain("threads:read");
	}

	@Test
	void whenChainServesThenOurAuthenticatorsAreNotAsked() {
		assertThat(APP.getAs(TestApp.READER, "/legacy/permission").status()).isEqualTo(401);
		assertThat(APP.getAs("rubbish", "/legacy/plain").status()).isEqualTo(200);
	}

	@Test
	void whenHandlerRequiresNothingThenAccessIsTheChainsBusiness() {
		assertThat(APP.get("/legacy/plain").status()).isEqualTo(200);
		assertThat(APP.get("/legacy/authenticated").status()).isEqualTo(200);
		assertThat(APP.get("/legacy/open").status()).isEqualTo(200);
		assertThat(APP.get("/legacy/denied").status()).isEqualTo(200);
	}

	@Test
	void whenRuleRequiresPermissionThenChainDoesNotLiftIt() {
		assertThat(APP.get("/legacy/ruled").status()).isEqualTo(401);
		assertThat(APP.get("/legacy/ruled", "X-Authorities: threads:read").status()).isEqualTo(403);
		assertThat(APP.get("/legacy/ruled", "X-Authorities: users:read").status()).isEqualTo(200);
	}

	@Test
	void whenHandlerChoosesAuthenticatorsThenForbiddenAndLoggedOnce(CapturedOutput output) {
		assertThat(APP.get("/legacy/chosen", "X-Authorities: threads:read").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.READER, "/legacy/chosen").status()).isEqualTo(403);
		assertThat(output.getOut().split("has @Authenticated\\(by", -1)).hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void whenPathIsNotTheChainsThenOursGuardsIt() {
		assertThat(APP.get("/ours", "X-Authorities: threads:read").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/ours").status()).isEqualTo(200);
	}

	@RestController
	static class Handlers {

		@RequirePermission("threads:read")
		@GetMapping({ "/legacy/permission", "/ours" })
		String permission() {
			return "served";
		}

		@RequireRole("admin")
		@GetMapping("/legacy/role")
		String role() {
			return "served";
		}

		@GetMapping({ "/legacy/plain", "/legacy/ruled", "/legacy/denied" })
		String plain() {
			return "served";
		}

		@Authenticated
		@GetMapping("/legacy/authenticated")
		String authenticated() {
			return "served";
		}

		@PublicAccess
		@GetMapping("/legacy/open")
		String open() {
			return "served";
		}

		@Authenticated(by = "api-key")
		@GetMapping("/legacy/chosen")
		String chosen() {
			return "served";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Chain {

		@Bean
		SecurityFilterChain legacy(HttpSecurity http) {
			return http.securityMatcher("/legacy/**")
				.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.addFilterBefore((request, response, chain) -> {
					jakarta.servlet.http.HttpServletRequest http2 = (jakarta.servlet.http.HttpServletRequest) request;
					if (http2.getHeader("X-Authorities") != null) {
						known(new TestingAuthenticationToken("legacy", null, http2.getHeader("X-Authorities")));
					}
					if (http2.getHeader("X-Principal") != null) {
						known(new TestingAuthenticationToken(AuthUser.of("legacy", "threads:read"), null, "none"));
					}
					chain.doFilter(request, response);
				}, AnonymousAuthenticationFilter.class)
				.build();
		}

		private static void known(Authentication authentication) {
			SecurityContextHolder.getContext().setAuthentication(authentication);
		}

	}

}
