package org.eoslab;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import org.eoslab.dynamics.Dynamics;

/** The arrow within the program: core ║ torch ║ store ← plot ← job ← figure ← cli, web; and core and torch know nothing of it. */
@AnalyzeClasses(packages = "org.eoslab", importOptions = LabArchitectureTest.ProgramOnly.class)
class LabArchitectureTest {
    /** No tests, be they a folder's or those that core packages for others. */
    static final class ProgramOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.contains("-tests.jar");
        }
    }

    private static final String[] PROGRAM = {
        "org.eoslab.store..",
        "org.eoslab.plot..",
        "org.eoslab.job..",
        "org.eoslab.figure..",
        "org.eoslab.cli..",
        "org.eoslab.web.."
    };

    private static final List<String> ARROW = List.of("store", "plot", "job", "figure", "cli");

    @ArchTest
    static void oneLoopTakesEveryStep(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(PROGRAM)
                .should()
                .callMethodWhere(target(name("step")).and(target(owner(assignableTo(Dynamics.class)))))
                .check(classes);
    }

    @ArchTest
    static void packagesHaveNoCycles(JavaClasses classes) {
        slices().matching("org.eoslab.(**)").should().beFreeOfCycles().check(classes);
    }

    @ArchTest
    static void packagesUseOnlyWhatStandsToTheirLeft(JavaClasses classes) {
        for (int i = 0; i < ARROW.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage("org.eoslab." + ARROW.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ARROW.subList(i + 1, ARROW.size()).stream()
                            .map(p -> "org.eoslab." + p + "..")
                            .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static void commandLineAndPageMeetInTheCommandAlone(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.eoslab.store..", "org.eoslab.plot..", "org.eoslab.job..", "org.eoslab.figure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eoslab.web..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("org.eoslab.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eoslab.cli..")
                .check(classes);
    }

    @ArchTest
    static void mathematicsKnowsNothingOfTheProgram(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROGRAM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROGRAM)
                .check(classes);
    }
}
