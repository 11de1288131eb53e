package dev.authgate;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package of the core knows which, and how many types it has.
 */
class PackageArchitectureTests {

	private static final String ROOT = CoreClasses.ROOT;

	private static final String SECRET = "dev.authgate.secret";

	private static final String API_KEY = "dev.authgate.apikey";

	private static final String COMMAND = API_KEY + ".command";

	@Test
	void whenClassesAreReadThenAllPackagesAreThere() {
		assertThat(CoreClasses.ALL).extracting(JavaClass::getPackageName)
			.contains(ROOT, SECRET, API_KEY, COMMAND, "dev.authgate.jwt", "dev.authgate.account", "dev.authgate.http");
	}

	@Test
	void whenRootDependsThenOnNothingOfOurs() {
		CoreClasses.check(noClasses().that()
			.resideInAPackage(ROOT)
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.authgate.(**)")
			.because("the vocabulary is what every other part is said in"));
	}

	@Test
	void whenSecretDependsThenOnNothingOfOurs() {
		CoreClasses.check(noClasses().that()
			.resideInAPackage(SECRET)
			.should()
			.dependOnClassesThat(otherPackagesThan(SECRET))
			.because("a secret is a value that knows nothing of what it is for"));
	}

	@Test
	void whenOtherPackageDependsThenOnRootAndSecretOnly() {
		for (String name : new String[] { "apikey", "jwt", "http", "account", "revocation", "throttle" }) {
			String own = ROOT + "." + name;
			CoreClasses.check(noClasses().that()
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
		CoreClasses.check(noClasses().that()
			.resideInAPackage(own + "..")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, ROOT + ".revocation", own + ".."))
			.because("a session that ends takes with it what was issued for it"));
	}

	@Test
	void whenCommandDependsThenOnApiKeysBesides() {
		CoreClasses.check(noClasses().that()
			.resideInAPackage(COMMAND)
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, API_KEY, COMMAND))
			.because("it prints keys and is nothing that an application runs"));
		CoreClasses.check(noClasses().that()
			.resideOutsideOfPackage(COMMAND)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(COMMAND)
			.because("a program is run and not called"));
	}

	@Test
	void whenClientDependsThenOnRootSecretAndJwtOnly() {
		String own = ROOT + ".client";
		CoreClasses.check(noClasses().that()
			.resideInAPackage(own)
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, ROOT + ".jwt..", own))
			.allowEmptyShould(true)
			.because("outgoing credentials may be tokens and are nothing else of ours"));
	}

	@Test
	void whenTokenIsReadThenWithoutKnowingKeysOrIssuers() {
		CoreClasses.check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.token")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, "dev.authgate.jwt.token"))
			.because("what is not believed yet is read by code that can believe nothing"));
	}

	@Test
	void whenKeysAreUsedThenWithoutKnowingWhoseTheyAre() {
		CoreClasses.check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.key")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, SECRET, "dev.authgate.jwt.key", "dev.authgate.jwt.token"))
			.because("a key judges signatures, and who may have made them is judged elsewhere"));
	}

	@Test
	void whenKeysAreFetchedThenWithoutKnowingWhatTheyAreFor() {
		CoreClasses.check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.remote")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, "dev.authgate.jwt.remote", "dev.authgate.jwt.key",
					"dev.authgate.jwt.token"))
			.because("what is fetched comes from anybody, and grants nothing where it is read"));
	}

	@Test
	void whenOthersAreTrustedThenWithoutKnowingOurOwnTokens() {
		CoreClasses.check(noClasses().that()
			.resideInAPackage("dev.authgate.jwt.issuer")
			.should()
			.dependOnClassesThat(otherPackagesThan(ROOT, "dev.authgate.jwt.issuer", "dev.authgate.jwt.remote",
					"dev.authgate.jwt.key", "dev.authgate.jwt.token"))
			.because("no secret of ours can verify what another issuer signed"));
	}

	@Test
	void whenNetworkIsUsedThenWhereAnswersAreBounded() {
		CoreClasses.check(noClasses().that()
			.resideOutsideOfPackage("dev.authgate.jwt.remote")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.net.http..")
			.because("one place has the deadlines and the limits"));
	}

	@Test
	void whenCryptographicLibraryIsUsedThenByJwtAlone() {
		CoreClasses.check(noClasses().that()
			.resideOutsideOfPackage("dev.authgate.jwt..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("com.nimbusds..")
			.because("one part knows the library, so that one part changes with it"));
	}

	@Test
	void whenAnythingDependsThenOnThePlatformAndTwoLibrariesOnly() {
		CoreClasses.check(classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("dev.authgate..", "java..", "javax.crypto..", "org.jspecify..", "com.nimbusds.jose..")
			.because("the core knows no framework and no servlet"));
	}

	@Test
	void whenPackagesDependOnEachOtherThenWithoutCycles() {
		CoreClasses.check(slices().matching("dev.(**)")
			.should()
			.beFreeOfCycles()
			.because("a cycle is one package that was cut in the wrong place"));
	}

	@Test
	void whenPackageIsMadeThenOfFifteenTypesAtMost() {
		Map<String, Long> sizes = CoreClasses.ALL.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		assertThat(sizes.remove(CoreClasses.ROOT)).as("the vocabulary, which is the front door and found in one place")
			.isNotNull();
		assertThat(sizes).as("types of packages, each of which a reader takes in at once")
			.allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(15));
	}

	private static DescribedPredicate<JavaClass> otherPackagesThan(String... allowed) {
		return DescribedPredicate.describe("reside in another package of ours", (type) -> {
			String name = type.getPackageName();
			return (name + ".").startsWith(ROOT + ".")
					&& Stream.of(allowed).noneMatch((own) -> PackageMatcher.of(own).matches(name));
		});
	}

}
