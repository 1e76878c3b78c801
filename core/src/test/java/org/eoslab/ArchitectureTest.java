package org.eoslab;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import org.eoslab.dynamics.Dynamics;

/**
 * The arrow: interval ← expression, linalg ← objective ← dynamics ← run ← claim ← experiment ← sweep ← model. A package uses only what stands to its left,
 * no two packages use each other, and the laboratory names no model.
 */
@AnalyzeClasses(packages = "org.eoslab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> ARROW = List.of(
            "interval",
            "expression",
            "linalg",
            "objective",
            "dynamics",
            "run",
            "claim",
            "experiment",
            "sweep",
            "model");

    @ArchTest
    static void oneLoopTakesEveryStep(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage("..kernel..")
                .and()
                .haveNameNotMatching("org\\.eoslab\\.run\\.Simulation(\\$Loop)?")
                .should()
                .callMethodWhere(target(name("step")).and(target(owner(assignableTo(Dynamics.class)))))
                .check(classes);
    }

    @ArchTest
    static void packagesUseOnlyWhatStandsToTheirLeft(JavaClasses classes) {
        for (int i = 0; i < ARROW.size() - 1; i++) {
            String[] right = ARROW.subList(i + 1, ARROW.size()).stream()
                    .map(p -> "org.eoslab." + p + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.eoslab." + ARROW.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(right)
                    .check(classes);
        }
    }

    @ArchTest
    static void guardKnowsObjectivesAndEigenvaluesAlone(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("org.eoslab.guard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eoslab.run..", "org.eoslab.claim..", "org.eoslab.experiment..")
                .check(classes);
    }

    @ArchTest
    static void nothingNamesAModel(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.eoslab.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eoslab.model..")
                .check(classes);
    }

    @ArchTest
    static void packagesHaveNoCycles(JavaClasses classes) {
        slices().matching("org.eoslab.(**)").should().beFreeOfCycles().check(classes);
    }

    @ArchTest
    static void mathematicsTouchesNoFileSocketOrClock(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.time..")
                .check(classes.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "core", c -> !c.getName().contains("Exception"))));
    }
}
