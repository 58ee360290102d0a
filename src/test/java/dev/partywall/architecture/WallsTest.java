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
        "dev.partywall.failure..",
        "dev.partywall.profile..",
        "dev.partywall.connect..",
        "dev.partywall.catalog..",
        "dev.partywall.tenancy..",
        "dev.partywall.expression..",
        "dev.partywall.access..",
        "dev.partywall.advisor..",
        "dev.partywall.probe..",
        "dev.partywall.browse..",
        "dev.partywall.backfill..",
        "dev.partywall.report..",
        "dev.partywall.demo.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.partywall.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    resideInAPackage("dev.partywall.connect.."), belongToAnyOf(RelationName.class, Identifiers.class))
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
            .definedBy("dev.partywall.profile..")
            .layer("connect")
            .definedBy("dev.partywall.connect..")
            .layer("catalog")
            .definedBy("dev.partywall.catalog..")
            .layer("tenancy")
            .definedBy("dev.partywall.tenancy..")
            .layer("expression")
            .definedBy("dev.partywall.expression..")
            .layer("access")
            .definedBy("dev.partywall.access..")
            .layer("advisor")
            .definedBy("dev.partywall.advisor..")
            .layer("probe")
            .definedBy("dev.partywall.probe..")
            .layer("browse")
            .definedBy("dev.partywall.browse..")
            .layer("backfill")
            .definedBy("dev.partywall.backfill..")
            .layer("report")
            .definedBy("dev.partywall.report..")
            .layer("cli")
            .definedBy("dev.partywall.cli..")
            .layer("ui")
            .definedBy("dev.partywall.ui..")
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
            .resideOutsideOfPackage("dev.partywall.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..")
            .because("options are parsed in one place");

    @ArchTest
    static final ArchRule onlyConnectAndDemoHoldConnections = noClasses()
            .that()
            .resideOutsideOfPackages("dev.partywall.connect..", "dev.partywall.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..")
            .because("whoever holds a connection can skip the lens; everybody else is lent a session");

    @ArchTest
    static final ArchRule onlyBackfillCanWrite = noClasses()
            .that()
            .resideOutsideOfPackages("dev.partywall.connect..", "dev.partywall.backfill..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("WriteSession")
            .because("looking cannot write, and nothing but back-fill commits");

    @ArchTest
    static final ArchRule onlyProbesTryToWrite = noClasses()
            .that()
            .resideOutsideOfPackages("dev.partywall.connect..", "dev.partywall.probe..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("ProbeSession")
            .because("an attempt to write belongs to a probe, whose session is always rolled back");

    @ArchTest
    static final ArchRule rulesSeeTheSnapshotOnly = noClasses()
            .that()
            .resideInAPackage("dev.partywall.advisor.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.partywall.connect..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.time..", "java.net..", "java.nio..")
            .because("the same snapshot must give the same findings, today and tomorrow, with or without a server");

    @ArchTest
    static final ArchRule nobodyNeedsTheDemoButTheFronts = noClasses()
            .that()
            .resideOutsideOfPackages("dev.partywall.demo..", "dev.partywall.cli..", "dev.partywall.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.partywall.demo..")
            .because("the engine must not know that a database is a sample");
}
