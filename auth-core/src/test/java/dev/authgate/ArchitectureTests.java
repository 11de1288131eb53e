package dev.authgate;

import java.io.PrintStream;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/**
 * What every class of the core looks like.
 */
class ArchitectureTests {

	private static final String COMMAND = "dev.authgate.apikey.command";

	@Test
	void whenTypeIsPublicThenItCannotBeSubclassed() {
		CoreClasses.check(classes().that()
			.arePublic()
			.should(beClosedToSubclasses())
			.because("extension is by interface: a subclass would inherit what it does not see"));
	}

	@Test
	void whenFieldIsDeclaredThenFinal() {
		CoreClasses.check(fields().that()
			.areDeclaredInClassesThat()
			.haveSimpleNameNotEndingWith("Builder")
			.should()
			.beFinal()
			.because("what does not change needs no lock and is safe in every thread"));
	}

	@Test
	void whenFieldIsDeclaredThenNotPublicUnlessConstant() {
		CoreClasses.check(fields().that()
			.arePublic()
			.should()
			.beStatic()
			.andShould()
			.beFinal()
			.because("state belongs to its class"));
	}

	@Test
	void whenMethodIsDeclaredThenNoSetter() {
		CoreClasses.check(noMethods().should()
			.haveNameMatching("set[A-Z].*")
			.because("an object is whole from its constructor on"));
	}

	@Test
	void whenTypeIsNamedThenByItsRole() {
		CoreClasses.check(noClasses().should()
			.haveNameMatching(".*(Impl|Utils?|Helper|Manager|Abstract\\w*|Base|Data|Info|Service)")
			.because("such a name says that nobody knows what the class is"));
	}

	@Test
	void whenSomethingIsReportedThenByEventAndNotByOutput() {
		CoreClasses.check(noClasses().that()
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
		CoreClasses.check(noClasses().should()
			.callCodeUnitWhere(readsTheSystemsTime())
			.because("expiry is tested by a clock and not by sleeping"));
	}

	@Test
	void whenStateIsKeptThenNotPerThread() {
		CoreClasses.check(noClasses().should()
			.dependOnClassesThat()
			.areAssignableTo(ThreadLocal.class)
			.because("a value per thread is a leak once threads are virtual"));
	}

	@Test
	void whenPackageIsDeclaredThenNullMarked() {
		CoreClasses.check(
				classes().should(residesInANullMarkedPackage()).because("null is an answer only where a type says so"));
	}

	@Test
	void whenPublicMethodAnswersThenNotByOptional() {
		CoreClasses.check(methods().should()
			.notHaveRawReturnType(Optional.class)
			.because("absence is written as @Nullable throughout"));
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
