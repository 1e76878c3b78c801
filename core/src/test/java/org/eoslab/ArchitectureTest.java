package org.eoslab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;

/** The arrow: linalg ← objective ← dynamics ← trajectory ← claim ← experiment ← sweep. A package uses only what stands to its left. */
@AnalyzeClasses(packages = "org.eoslab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> ARROW =
            List.of("interval", "linalg", "objective", "dynamics", "trajectory", "claim", "experiment", "sweep");

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
    static void mathematicsTouchesNoFileSocketOrClock(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.time..")
                .check(classes.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "core", c -> !c.getName().contains("Exception"))));
    }
}
