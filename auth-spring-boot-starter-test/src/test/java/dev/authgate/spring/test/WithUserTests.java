package dev.authgate.spring.test;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@TestWorkspace
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithUserTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationContext context;

	@Test
	@Order(1)
	@WithUser(id = "ann", permissions = "threads:read", roles = "clerk", data = { "team=blue", "{\"level\": 3}" },
			app = "client_9")
	void whenUserIsDescribedThenHandlerSeesAllOfIt() {
		assertThat(this.mvc.get().uri("/caller")).bodyText()
			.isEqualTo("ann {team=blue, level=3} [threads:read, threads:write] [clerk] security-context client_9");
	}

	@Test
	@Order(2)
	void whenTestBeforeHadUserThenThisOneHasNone() {
		assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
		assertThat(this.mvc.get().uri("/caller")).hasStatus(401);
	}

	@Test
	@WithUser
	void whenPermissionIsMissingThenForbidden() {
		assertThat(this.mvc.get().uri("/threads")).hasStatus(403);
	}

	@Test
	@WithUser(authenticator = "api-key", permissions = "threads:read")
	void whenGuardDoesNotAskTheAuthenticatorThenUnauthorized() {
		assertThat(this.mvc.get().uri("/threads")).hasStatus(200);
		assertThat(this.mvc.get().uri("/token")).hasStatus(401);
	}

	@Test
	void whenPermissionIsUnknownThenRefusedAndKnownOnesAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> create(Misspelt.class))
			.withMessageStartingWith("@WithUser: Unknown permission action: 'raed' for resource 'threads'")
			.withMessageContaining("threads:read, threads:write");
	}

	@Test
	void whenAuthenticatorIsUnknownThenRefusedAndKnownOnesAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> create(Elsewhere.class))
			.withMessageStartingWith(
					"There is no authenticator 'jtw', which @WithUser names. Name one of api-key, jwt");
	}

	@Test
	void whenDataIsNoEntryThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> create(Shapeless.class))
			.withMessage("@WithUser: the data 'blue' is neither name=value nor a JSON object.");
	}

	@Test
	void whenDataIsBrokenJsonOrSaysSomethingTwiceThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> create(Broken.class))
			.withMessage("@WithUser: the data '{blue' is not a JSON object.");
		assertThatIllegalArgumentException().isThrownBy(() -> create(Twofold.class))
			.withMessage("@WithUser: the data has 'team' twice.");
	}

	private void create(Class<?> annotated) {
		new WithUserContextFactory(this.context).createSecurityContext(annotated.getAnnotation(WithUser.class));
	}

	@Nested
	@WithUser("outer")
	class Annotated {

		@Test
		void whenClassIsAnnotatedThenItsUser() {
			assertThat(WithUserTests.this.mvc.get().uri("/token")).bodyText().isEqualTo("outer");
		}

		@Nested
		class Inside {

			@Test
			void whenClassAroundIsAnnotatedThenItsUser() {
				assertThat(WithUserTests.this.mvc.get().uri("/token")).bodyText().isEqualTo("outer");
			}

			@Test
			@WithUser("inner")
			void whenMethodIsAnnotatedThenItsUser() {
				assertThat(WithUserTests.this.mvc.get().uri("/token")).bodyText().isEqualTo("inner");
			}

		}

	}

	@WithUser(permissions = "threads:raed")
	private static final class Misspelt {

	}

	@WithUser(authenticator = "jtw")
	private static final class Elsewhere {

	}

	@WithUser(data = "blue")
	private static final class Shapeless {

	}

	@WithUser(data = "{blue")
	private static final class Broken {

	}

	@WithUser(data = { "team=blue", "{\"team\": \"red\"}" })
	private static final class Twofold {

	}

}
