package dev.authgate.benchmark;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VariantTests {

	@ParameterizedTest
	@EnumSource
	void whenLabelIsReadThenNamesItsVariant(Variant variant) {
		assertThat(Variant.labelled(variant.label())).isEqualTo(variant);
	}

	@Test
	void whenLabelIsUnknownThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Variant.labelled("unknown"));
	}

	@Test
	void whenVariantHasNoSecurityThenHoldsNoBeanOfAnyLibrary() throws Exception {
		try (InProcessServer server = new InProcessServer(Variant.NONE)) {
			assertThat(beanTypes(server.context())).isNotEmpty()
				.noneMatch((type) -> type.contains(".security.") || type.startsWith("cn.dev33.")
						|| type.startsWith("dev.authgate.spring."));
		}
	}

	@Test
	void whenVariantIsSaTokenThenHoldsNoBeanOfSpringSecurity() throws Exception {
		try (InProcessServer server = new InProcessServer(Variant.SATOKEN)) {
			assertThat(beanTypes(server.context())).anyMatch((type) -> type.startsWith("cn.dev33."))
				.noneMatch((type) -> type.contains(".security."));
		}
	}

	@Test
	void whenVariantIsSpringSecurityThenHoldsNoBeanOfSaToken() throws Exception {
		try (InProcessServer server = new InProcessServer(Variant.SECURITY_JWT)) {
			assertThat(beanTypes(server.context())).anyMatch((type) -> type.startsWith("org.springframework.security."))
				.noneMatch((type) -> type.startsWith("cn.dev33.") || type.startsWith("dev.authgate.spring."));
		}
	}

	private static Stream<String> beanTypes(ConfigurableApplicationContext context) {
		return Arrays.stream(context.getBeanDefinitionNames())
			.map((name) -> context.getBean(name).getClass().getName());
	}

}
