package dev.authgate.benchmark;

import dev.authgate.benchmark.app.Credential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass
@EnumSource(value = Variant.class, names = "NONE", mode = Mode.EXCLUDE)
record GuardedVariantTests(Variant variant) {

	private static ServedVariant served;

	@BeforeParameterizedClassInvocation
	static void start(Variant variant) {
		served = new ServedVariant(variant);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		served.close();
	}

	@Test
	void whenCallerHoldsPermissionThenServesThing() throws Exception {
		var response = served.get(served.credentials().reader());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"id\":\"42\",\"name\":\"Thing 42\"}");
	}

	@Test
	void whenCallerLacksPermissionThenForbidden() throws Exception {
		assertThat(served.get(served.credentials().stranger()).statusCode()).isEqualTo(403);
	}

	@Test
	void whenNoCredentialThenUnauthorized() throws Exception {
		assertThat(served.get().statusCode()).isEqualTo(401);
	}

	@Test
	void whenCredentialIsUnknownThenUnauthorized() throws Exception {
		Credential known = served.credentials().reader();
		Credential unknown = new Credential(known.header(), known.value() + "x");
		assertThat(served.get(unknown).statusCode()).isEqualTo(401);
	}

}
