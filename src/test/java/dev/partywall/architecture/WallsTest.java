package dev.partywall.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.partywall.Main;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;

/** Which package may know which: the walls between the parts. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String[] CORE = {
        "..failure..",
        "..profile..",
        "..connect..",
        "..catalog..",
        "..tenancy..",
        "..expression..",
        "..access..",
        "..advisor..",
        "..probe..",
        "..browse..",
        "..backfill..",
        "..report..",
        "..demo.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.partywall.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("..connect.."), belongToAnyOf(RelationName.class, Identifiers.class))
            .because("a part that needs its own user can be neither understood nor tested alone;"
                    + " the names of things are words that everybody uses");

    @ArchTest
    static final ArchRule theScreensKnowEachOtherOnlyThroughTheirFrame = slices().matching("dev.partywall.ui.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a screen is removed or replaced by removing its package");

    @ArchTest
    static final ArchRule dataFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("profile")
            .definedBy("..profile..")
            .layer("connect")
            .definedBy("..connect..")
            .layer("catalog")
            .definedBy("..catalog..")
            .layer("tenancy")
            .definedBy("..tenancy..")
            .layer("expression")
            .definedBy("..expression..")
            .layer("access")
            .definedBy("..access..")
            .layer("advisor")
            .definedBy("..advisor..")
            .layer("probe")
            .definedBy("..probe..")
            .layer("browse")
            .definedBy("..browse..")
            .layer("backfill")
            .definedBy("..backfill..")
            .layer("report")
            .definedBy("..report..")
            .layer("cli")
            .definedBy("..cli..")
            .layer("ui")
            .definedBy("..ui..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ui")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "ui")
            .whereLayer("backfill")
            .mayOnlyBeAccessedByLayers("report", "cli", "ui")
            .whereLayer("browse")
            .mayOnlyBeAccessedByLayers("report", "cli", "ui")
            .whereLayer("probe")
            .mayOnlyBeAccessedByLayers("report", "cli", "ui")
            .whereLayer("advisor")
            .mayOnlyBeAccessedByLayers("report", "cli", "ui")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("advisor", "probe", "browse", "backfill", "report", "cli", "ui")
            .because("what is further down can be used, tested and read without what is further up");

    @ArchTest
    static final ArchRule theCoreKnowsNoWindow = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
            .because("the same engine serves window, command line and CI");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..")
            .because("options are parsed in one place");

    @ArchTest
    static final ArchRule onlyConnectAndDemoHoldConnections = noClasses()
            .that()
            .resideOutsideOfPackages("..connect..", "..demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..")
            .because("whoever holds a connection can skip the lens; everybody else is lent a session");

    @ArchTest
    static final ArchRule onlyBackfillCanWrite = noClasses()
            .that()
            .resideOutsideOfPackages("..connect..", "..backfill..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("WriteSession")
            .because("looking cannot write, and nothing but back-fill commits");

    @ArchTest
    static final ArchRule onlyProbesTryToWrite = noClasses()
            .that()
            .resideOutsideOfPackages("..connect..", "..probe..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("ProbeSession")
            .because("an attempt to write belongs to a probe, whose session is always rolled back");

    @ArchTest
    static final ArchRule rulesSeeTheSnapshotOnly = noClasses()
            .that()
            .resideInAPackage("..advisor.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..connect..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.time..", "java.net..", "java.nio..")
            .because("the same snapshot must give the same findings, today and tomorrow, with or without a server");

    @ArchTest
    static final ArchRule nobodyNeedsTheDemoButTheFronts = noClasses()
            .that()
            .resideOutsideOfPackages("..demo..", "..cli..", "..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..demo..")
            .because("the engine must not know that a database is a sample");
}
