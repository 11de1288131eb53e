package dev.authgate.spring;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.security.config.Customizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final String ROOT = "dev.authgate.spring";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void whenClassesAreReadThenAllPackagesAreThere() {
		assertThat(CLASSES).extracting(JavaClass::getPackageName)
			.contains(ROOT, ROOT + ".autoconfigure", ROOT + ".guard", ROOT + ".web", ROOT + ".method",
					ROOT + ".endpoint", ROOT + ".actuate", ROOT + ".keys", ROOT + ".settings", ROOT + ".jdbc",
					ROOT + ".session", ROOT + ".form", ROOT + ".request");
	}

	@Test
	void whenAnythingDependsThenNotOnTheWiring() {
		check(noClasses().that()
			.resideOutsideOfPackage(ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".autoconfigure..")
			.because("wiring knows the parts, no part knows how it is wired"));
	}

	@Test
	void whenPropertiesAreReadThenByTheWiringAlone() {
		check(noClasses().that()
			.resideOutsideOfPackages(ROOT + ".autoconfigure..", ROOT + ".settings..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".settings..")
			.because("a part is told what it needs, not where it is configured"));
	}

	@Test
	void whenPackagesOfTheWiringDependOnEachOtherThenWithoutCycles() {
		check(slices().matching("dev.authgate.spring.autoconfigure.(*)..")
			.should()
			.beFreeOfCycles()
			.because("what wires one thing must be readable without the others"));
	}

	@Test
	void whenTableOfGuardsDependsThenOnNoneOfItsReaders() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".guard")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".web", ROOT + ".method", ROOT + ".endpoint", ROOT + ".actuate")
			.because("whoever asks who guards what reads the table, and the table asks nobody"));
	}

	@Test
	void whenPackagesDependOnEachOtherThenWithoutCycles() {
		check(slices().matching("dev.authgate.spring.(*)..")
			.should()
			.beFreeOfCycles()
			.because("a cycle is one package that was cut in the wrong place"));
	}

	@Test
	void whenPropertiesAreDividedThenTopicsDoNotKnowTheWhole() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".settings.*")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".settings")
			.because("what is about one topic is read without the others"));
	}

	@Test
	void whenPackageIsMadeThenOfFifteenTypesAtMost() {
		Map<String, Long> sizes = CLASSES.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		assertThat(sizes).as("types of packages, each of which a reader takes in at once")
			.allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(15));
	}

	@Test
	void whenTokenLibraryIsUsedThenByTheCoreAlone() {
		check(noClasses().should()
			.dependOnClassesThat()
			.resideInAPackage("com.nimbusds..")
			.because("tokens are read in one place"));
	}

	@Test
	void whenActuatorIsUsedThenWhereItIsOptional() {
		check(noClasses().that()
			.resideOutsideOfPackage(ROOT + ".actuate")
			.and()
			.haveSimpleNameNotStartingWith("Actuator")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot.actuate..")
			.because("an application without the actuator must start"));
	}

	@Test
	void whenDatabaseIsUsedThenWhereItIsOptional() {
		check(noClasses().that()
			.resideOutsideOfPackages(ROOT + ".jdbc", ROOT + ".autoconfigure.store")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.jdbc..", "org.springframework.boot.jdbc..",
					"org.springframework.boot.sql..", "org.springframework.transaction..", "org.springframework.dao..")
			.because("an application without a database must start"));
	}

	@Test
	void whenRedisIsUsedThenWhereItIsOptional() {
		check(noClasses().that()
			.resideOutsideOfPackages(ROOT + ".redis", ROOT + ".autoconfigure.store")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.data..")
			.because("an application without a Redis must start"));
	}

	@Test
	void whenAttemptsAreCountedThenWithoutKnowingWhatIsServed() {
		check(noClasses().that()
			.resideInAnyPackage(ROOT + ".throttle", ROOT + ".expiry")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".web..", ROOT + ".guard..", ROOT + ".endpoint..", ROOT + ".jdbc..",
					ROOT + ".redis..")
			.because("a count is the same whoever asks for it and wherever it is kept"));
	}

	@Test
	void whenSpringSessionIsUsedThenWhereItIsOptional() {
		check(noClasses().that()
			.resideOutsideOfPackage(ROOT + ".session.stored")
			.and()
			.haveSimpleNameNotStartingWith("SpringSession")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.session..")
			.because("an application whose container keeps its sessions must start"));
	}

	@Test
	void whenTypeIsPublicThenItCannotBeSubclassed() {
		check(classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.should()
			.haveModifier(JavaModifier.FINAL)
			.because("extension is by interface: a subclass would inherit what it does not see"));
	}

	@Test
	void whenFieldIsDeclaredThenFinal() {
		check(fields().should().beFinal().because("what does not change needs no lock and is safe in every thread"));
	}

	@Test
	void whenMethodIsDeclaredThenNoSetter() {
		check(noMethods().that()
			.areDeclaredInClassesThat()
			.areNotAssignableTo("jakarta.servlet.ServletRequestWrapper")
			.and()
			.areDeclaredInClassesThat()
			.areNotAssignableTo("jakarta.servlet.ServletResponseWrapper")
			.and()
			.areDeclaredInClassesThat()
			.areNotAssignableTo("org.springframework.session.web.http.HttpSessionIdResolver")
			.and()
			.doNotHaveName("setAuthenticated")
			.should()
			.haveNameMatching("set[A-Z].*")
			.because("an object is whole from its constructor on"));
	}

	@Test
	void whenTypeIsNamedThenByItsRole() {
		check(noClasses().should()
			.haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
			.because("a name says what the thing is"));
	}

	@Test
	void whenAdvisorIsABeanThenStaticAndOfTheInfrastructure() {
		check(methods().that()
			.areAnnotatedWith(Bean.class)
			.and()
			.haveRawReturnType(Advisor.class)
			.should(beStaticInfrastructure())
			.because("otherwise beans made before it would go unguarded without a word"));
	}

	@Test
	void whenBeanIsPublishedThenNoneThatChangesChainsOfTheApplication() {
		check(noMethods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.haveRawReturnType(Customizer.class)
			.because("such a bean changes every HttpSecurity, also that of the application"));
	}

	@Test
	void whenFilterIsMadeThenItIsNoBean() {
		check(noMethods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.haveRawReturnType("dev.authgate.spring.web.GuardFilter")
			.because("the container would apply it a second time, outside the chain"));
	}

	@Test
	void whenParametersAreReadThenNeverThoseOfABody() {
		check(noClasses().that()
			.doNotHaveFullyQualifiedName("dev.authgate.spring.request.FormInput")
			.should()
			.callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates
				.target(com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching("getParameter.*"))
				.and(com.tngtech.archunit.core.domain.JavaCall.Predicates
					.target(com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With
						.owner(JavaClass.Predicates.assignableTo("jakarta.servlet.ServletRequest")))))
			.because("reading a body before the caller is known lets anybody fill the memory; "
					+ "a form of ours is asked for what was read already"));
	}

	@Test
	void whenErrorIsAnsweredThenNeverBySendError() {
		check(noClasses().should()
			.callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates
				.target(com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("sendError")))
			.because("it dispatches once more and lets another part write the body"));
	}

	@Test
	void whenTimeIsReadThenFromTheClock() {
		check(noClasses().should()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(java.time.Instant.class, "now")
			.because("a test sets the clock"));
	}

	@Test
	void whenAutoConfigurationIsPublicThenNothingBesideItIs() {
		check(classes().that()
			.resideInAPackage(ROOT + ".autoconfigure")
			.and()
			.arePublic()
			.should()
			.beAnnotatedWith(AutoConfiguration.class)
			.because("wiring is nobody's interface"));
	}

	@Test
	void whenPackageIsMadeThenNullMarked() {
		for (JavaClass type : CLASSES) {
			assertThat(type.getPackage().isAnnotatedWith(NullMarked.class)).as(type.getPackageName()).isTrue();
		}
	}

	private static void check(ArchRule rule) {
		rule.check(CLASSES);
	}

	private static ArchCondition<JavaMethod> beStaticInfrastructure() {
		return new ArchCondition<>("be static and have the role of infrastructure") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				boolean role = method.isAnnotatedWith(Role.class)
						&& method.getAnnotationOfType(Role.class).value() == BeanDefinition.ROLE_INFRASTRUCTURE;
				boolean met = role && method.getModifiers().contains(JavaModifier.STATIC);
				events.add(new SimpleConditionEvent(method, met, method.getFullName()));
			}

		};
	}

}
