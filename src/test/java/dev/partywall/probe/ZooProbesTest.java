package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.advisor.ZooCase;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The probes alone over databases whose truth is known, {@code -Dpartywall.zoo=FOLDER} for others than our own: a leak where
 * plain statements reach the flaw, none where the database is sound, and no trace of either while others work.
 */
class ZooProbesTest {
    /** Flaws that no plain statement shows: privileges, functions, settings of the server, and what is only slow or missing. */
    private static final Set<String> BEYOND_STATEMENTS = Set.of(
            "truncate-granted",
            "secdef-function-leak",
            "secdef-search-path",
            "set-role-escalation",
            "index-missing",
            "policy-perf-volatile",
            "policy-cast-error");

    static Stream<ZooCase> cases() throws IOException {
        Path folder = Path.of(System.getProperty("partywall.zoo", "src/test/resources/zoo"));
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().map(ZooCase::read).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leaksWhereAFlawIsReachableAndNowhereElse(ZooCase zoo) {
        Assumptions.assumeTrue(zoo.fitsServer(), "made for another server version");
        TestDatabase database = zoo.create();
        try (Link link = zoo.open(database, false);
                Traces traces = Traces.of(database)) {
            Inspection inspection = Inspector.inspect(link);
            ProbeRun run = Probes.run(link, inspection, ProbePlan.usual(), new Cancellation(), Progress.silent());
            traces.assertUntouched();
            List<Verdict> leaks = run.verdicts().stream()
                    .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                    .toList();
            System.out.println(zoo.id() + " " + zoo.flaw() + ": " + said(leaks));
            if (!zoo.isFlawed()) {
                assertThat(leaks).isEmpty();
            }
        }
    }

    private static Set<String> said(List<Verdict> leaks) {
        return leaks.stream()
                .map(verdict -> verdict.object().name() + "/" + verdict.probe() + "/"
                        + verdict.context().kind().word()
                        + (verdict.context().role() == null
                                ? ""
                                : "+" + verdict.context().role())
                        + (verdict.context().way() == ProbeContext.Way.DIRECT
                                ? ""
                                : "+" + verdict.context().way().word()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
