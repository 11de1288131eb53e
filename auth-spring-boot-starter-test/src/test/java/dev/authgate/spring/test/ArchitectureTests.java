package dev.authgate.spring.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.authgate.spring.test");

	@Test
	void whenTypeIsPublicThenItCannotBeSubclassed() {
		classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.should()
			.haveModifier(JavaModifier.FINAL)
			.because("extension is by interface: a subclass would inherit what it does not see")
			.check(CLASSES);
	}

	@Test
	void whenFieldIsDeclaredThenFinal() {
		fields().should().beFinal().because("what does not change is safe in every thread").check(CLASSES);
	}

	@Test
	void whenStarterIsUsedThenNotItsWiring() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAPackage("dev.authgate.spring.autoconfigure")
			.because("wiring is nobody's interface")
			.check(CLASSES);
	}

	@Test
	void whenPackageIsMadeThenNullMarked() {
		assertThat(CLASSES).hasSizeGreaterThan(10)
			.allMatch((type) -> type.getPackage().isAnnotatedWith(NullMarked.class));
	}

	@Test
	void whenTypesAreCountedThenPackageCanBeOverlooked() {
		assertThat(CLASSES).filteredOn((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.hasSizeLessThanOrEqualTo(15);
	}

}
