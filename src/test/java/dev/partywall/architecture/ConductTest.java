package dev.partywall.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.partywall.Main;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.demo.EmbeddedServer;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** What no class may do, wherever it is. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ConductTest {
    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(target(have(name("sleep"))).and(targetOwner(are(belongToAnyOf(Thread.class)))))
            .because("waiting for a time instead of for the thing itself is either too short or too long");

    @ArchTest
    static final ArchRule threadsAreStartedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.partywall.ui.Work")
            // Its thread starts only when the program ends, and stops the server.
            .and()
            .doNotBelongToAnyOf(EmbeddedServer.class)
            // Reads what a command prints while another thread keeps the time.
            .and()
            .doNotHaveFullyQualifiedName("dev.partywall.profile.PasswordCommand")
            .should()
            .callConstructorWhere(targetOwner(are(assignableTo(Thread.class))))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(
                    Executors.class, ExecutorService.class, ForkJoinPool.class, CompletableFuture.class, Timer.class))
            .because("what runs beside the window is started, shown, cancelled and failed in one place")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theWindowIsEnteredInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.partywall.ui.Work")
            .should()
            .callMethodWhere(target(have(nameMatching("runLater|runAndWait")))
                    .and(targetOwner(have(name("javafx.application.Platform")))))
            .because("one class decides what crosses between threads")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheEntryEndsTheProgram = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .callMethodWhere(target(have(nameMatching("exit|halt")))
                    .and(targetOwner(are(belongToAnyOf(System.class, Runtime.class)))))
            .because("an engine that ends the program cannot be used in the window, nor tested");

    @ArchTest
    static final ArchRule nobodyPrintsBesideTheFronts = noClasses()
            .that()
            .resideOutsideOfPackages("dev.partywall.cli..")
            .and()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output is the report, which scripts read");

    @ArchTest
    static final ArchRule nobodyWritesALog = noClasses()
            // The trace of what should never happen in the window has nowhere else to go.
            .that()
            .doNotHaveFullyQualifiedName("dev.partywall.ui.Trouble")
            .should()
            .callMethodWhere(
                    target(have(nameMatching("log.*|severe|warning|info|config|fine.*|error|warn|debug|trace")))
                            .and(targetOwner(have(nameMatching(
                                    "java.util.logging.Logger|org.slf4j.Logger|java.lang.System.Logger")))))
            .because("what a person must know is in the result or in a Failure; a log is where secrets leak");

    @ArchTest
    static final ArchRule nothingGlobalChanges = fields().that()
            .areStatic()
            // Remembers one computation by its input, so nobody can see whether it was remembered.
            .and()
            .areNotDeclaredIn(PolicyReview.class)
            .should()
            .beFinal()
            .because("two databases may be open in one program");
}
