package dev.authgate;

import java.io.PrintStream;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final String ROOT = "dev.authgate";

	private static final String SECRET = "dev.authgate.secret";

	private static final String API_KEY = "dev.authgate.apikey";

	private static final String COMMAND = API_KEY + ".command";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void whenClassesAreReadThenAllPackagesAreThere() {
		assertThat(CLASSES).extracting(JavaClass::getPackageName)
			.contains(ROOT, SECRET, API_KEY, COMMAND, "dev.authgate.jwt", "dev.authgate.account", "dev.authgate.http");
	}

	@Test
	void whenRootDependsThenOnNothingOfOurs() {
		check(noClasses().that()
			.resideInAPackage(ROOT)
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.authgate.(**)")
			.because("the vocabulary is what every other part is said in"));
	}

	@Test
	void whenSecretDependsThenOnNothingOfOurs() {
		check(noClasses().that()
			.resideInAPackage(SECRET)
			.should()
			.dependOnClassesThat(otherPackagesThan(SECRET))
			.because("a secret is a value that knows nothing of what it is for"));
	}

	@Test
	void whenOtherPackageDependsThenOnRootAndSecretOnly() {
		for (String name : new String[] { "apikey", "jwt", "http", "account", "revocation", "throttle" }) {
			String own = ROOT + "." + name;
			check(noClasses().that()
				.resideInAPackage(own + "..")
				.should()
				.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, own + ".."))
				.allowEmptyShould(true)
				.because("each kind of credential can be read, and left out, without the others"));
		}
	}

	@Test
	void whenSessionDependsThenOnRevocationBesides() {
		String own = ROOT + ".session";
		check(noClasses().that()
			.resideInAPackage(own)
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, ROOT + ".revocation", own))
			.because("a session that ends takes with it what was issued for it"));
	}

	@Test
	void whenCommandDependsThenOnApiKeysBesides() {
		check(noClasses().that()
			.resideInAPackage(COMMAND)
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, API_KEY, COMMAND))
			.because("it prints keys and is nothing that an application runs"));
		check(noClasses().that()
			.resideOutsideOfPackage(COMMAND)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(COMMAND)
			.because("a program is run and not called"));
	}

	@Test
	void whenClientDependsThenOnRootSecretAndJwtOnly() {
		String own = ROOT + ".client";
		check(noClasses().that()
			.resideInAPackage(own)
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, ROOT + ".jwt..", own))
			.allowEmptyShould(true)
			.because("outgoing credentials may be tokens and are nothing else of ours"));
	}

	@Test
	void whenTokenIsReadThenWithoutKnowingKeysOrIssuers() {
		check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.token")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, "dev.authgate.jwt.token"))
			.because("what is not believed yet is read by code that can believe nothing"));
	}

	@Test
	void whenKeysAreUsedThenWithoutKnowingWhoseTheyAre() {
		check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.key")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, "dev.authgate.jwt.key", "dev.authgate.jwt.token"))
			.because("a key judges signatures, and who may have made them is judged elsewhere"));
	}

	@Test
	void whenKeysAreFetchedThenWithoutKnowingWhatTheyAreFor() {
		check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.remote")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, "dev.authgate.jwt.remote", "dev.authgate.jwt.key",
					"dev.authgate.jwt.token"))
			.because("what is fetched comes from anybody, and grants nothing where it is read"));
	}

	@Test
	void whenOthersAreTrustedThenWithoutKnowingOurOwnTokens() {
		check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.issuer")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, "dev.authgate.jwt.issuer", "dev.authgate.jwt.remote",
					"dev.authgate.jwt.key", "dev.authgate.jwt.token"))
			.because("no secret of ours can verify what another issuer signed"));
	}

	@Test
	void whenNetworkIsUsedThenWhereAnswersAreBounded() {
		check(noClasses().that()
			.resideOutsideOfPackage("dev.authgate.jwt.remote")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.net.http..")
			.because("one place has the deadlines and the limits"));
	}

	@Test
	void whenCryptographicLibraryIsUsedThenByJwtAlone() {
		check(noClasses().that()
			.resideOutsideOfPackage("dev.authgate.jwt..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("com.nimbusds..")
			.because("one part knows the library, so that one part changes with it"));
	}

	@Test
	void whenAnythingDependsThenOnThePlatformAndTwoLibrariesOnly() {
		check(classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("dev.authgate..", "java..", "javax.crypto..", "org.jspecify..", "com.nimbusds.jose..")
			.because("the core knows no framework and no servlet"));
	}

	@Test
	void whenPackagesDependOnEachOtherThenWithoutCycles() {
		check(slices().matching("dev.(**)")
			.should()
			.beFreeOfCycles()
			.because("a cycle is one package that was cut in the wrong place"));
	}

	@Test
	void whenTypeIsPublicThenItCannotBeSubclassed() {
		check(classes().that()
			.arePublic()
			.should(beClosedToSubclasses())
			.because("extension is by interface: a subclass would inherit what it does not see"));
	}

	@Test
	void whenFieldIsDeclaredThenFinal() {
		check(fields().that()
			.areDeclaredInClassesThat()
			.haveSimpleNameNotEndingWith("Builder")
			.should()
			.beFinal()
			.because("what does not change needs no lock and is safe in every thread"));
	}

	@Test
	void whenFieldIsDeclaredThenNotPublicUnlessConstant() {
		check(fields().that()
			.arePublic()
			.should()
			.beStatic()
			.andShould()
			.beFinal()
			.because("state belongs to its class"));
	}

	@Test
	void whenMethodIsDeclaredThenNoSetter() {
		check(noMethods().should()
			.haveNameMatching("set[A-Z].*")
			.because("an object is whole from its constructor on"));
	}

	@Test
	void whenTypeIsNamedThenByItsRole() {
		check(noClasses().should()
			.haveNameMatching(".*(Impl|Utils?|Helper|Manager|Abstract\\w*|Base|Data|Info|Service)")
			.because("such a name says that nobody knows what the class is"));
	}

	@Test
	void whenSomethingIsReportedThenByEventAndNotByOutput() {
		check(noClasses().that()
			.resideOutsideOfPackage(COMMAND)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging..")
			.orShould()
			.dependOnClassesThat()
			.areAssignableTo(PrintStream.class)
			.because("the core has no log; what is worth knowing is an AuthEvent"));
	}

	@Test
	void whenTimeIsReadThenFromAnInjectedClock() {
		check(noClasses().should()
			.callCodeUnitWhere(readsTheSystemsTime())
			.because("expiry is tested by a clock and not by sleeping"));
	}

	@Test
	void whenStateIsKeptThenNotPerThread() {
		check(noClasses().should()
			.dependOnClassesThat()
			.areAssignableTo(ThreadLocal.class)
			.because("a value per thread is a leak once threads are virtual"));
	}

	@Test
	void whenPackageIsDeclaredThenNullMarked() {
		check(classes().should(residesInANullMarkedPackage()).because("null is an answer only where a type says so"));
	}

	@Test
	void whenPublicMethodAnswersThenNotByOptional() {
		check(methods().should()
			.notHaveRawReturnType(Optional.class)
			.because("absence is written as @Nullable throughout"));
	}

	private static void check(ArchRule rule) {
		rule.check(CLASSES);
	}

	private static DescribedPredicate<JavaClass> otherPackagesThan(String... allowed) {
		return DescribedPredicate.describe("reside in another package of ours", (type) -> {
			String name = type.getPackageName();
			return (name + ".").startsWith(ROOT + ".")
					&& Stream.of(allowed).noneMatch((own) -> PackageMatcher.of(own).matches(name));
		});
	}

	private static DescribedPredicate<JavaCall<?>> readsTheSystemsTime() {
		return DescribedPredicate.describe("reads the system's time", (call) -> {
			boolean noClock = call.getTarget().getRawParameterTypes().isEmpty();
			boolean now = call.getTargetOwner().getPackageName().equals("java.time") && call.getName().equals("now");
			boolean date = call.getTargetOwner().isEquivalentTo(Date.class) && call.getName().equals("<init>");
			boolean ticks = call.getTargetOwner().isEquivalentTo(System.class)
					&& List.of("currentTimeMillis", "nanoTime").contains(call.getName());
			return noClock && (now || date || ticks);
		});
	}

	private static ArchCondition<JavaClass> beClosedToSubclasses() {
		return new ArchCondition<>("be final, a record, sealed, an interface, an enum or an annotation") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean closed = type.isInterface() || type.isEnum() || type.isRecord() || type.isAnnotation()
						|| type.getModifiers().contains(JavaModifier.FINAL) || type.reflect().isSealed();
				events.add(new SimpleConditionEvent(type, closed, type.getName() + " can be subclassed"));
			}
		};
	}

	private static ArchCondition<JavaClass> residesInANullMarkedPackage() {
		return new ArchCondition<>("reside in a package that is @NullMarked") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
			}
		};
	}

}
