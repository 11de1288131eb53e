package dev.authgate.spring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.authgate.spring.autoconfigure.TestReference.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metadata that editors read and the reference that people read say what the records
 * declare.
 */
class ReferenceTests {

	private static final Path REFERENCE = Path.of("../docs/reference.md");

	@ParameterizedTest
	@MethodSource("dev.authgate.spring.autoconfigure.TestReference#properties")
	void whenPropertyIsDeclaredThenDescribed(Property property) {
		assertThat(property.metadata()).as(property.name()).isNotNull();
		assertThat(property.description()).as(property.name()).matches("[A-Z].*\\.");
		assertThat(property.describedDefault()).as(property.name()).isEqualTo(property.declaredDefault());
	}

	@Test
	void whenMetadataNamesAPropertyThenItIsDeclared() {
		Set<String> described = TestReference.metadata("META-INF/spring-configuration-metadata.json").keySet();
		assertThat(TestReference.properties()).extracting(Property::name).containsAll(described);
	}

	@Test
	void whenReferenceIsReadThenItHasARowForEachProperty() throws IOException {
		List<String> rows = Files.readAllLines(REFERENCE)
			.stream()
			.filter((line) -> line.startsWith("| `authgate."))
			.toList();
		assertThat(rows).containsExactlyElementsOf(TestReference.properties().stream().map(Property::row).toList());
	}

}
