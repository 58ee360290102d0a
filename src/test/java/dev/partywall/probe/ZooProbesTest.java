package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.advisor.ZooCase;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The probes alone over databases whose truth is known: no leak where the database is sound, and no trace in any while
 * others work. Prints what leaked where there is a flaw.
 */
class ZooProbesTest {
    @ParameterizedTest
    @MethodSource("dev.partywall.advisor.ZooCase#some")
    void accusesNothingSoundAndLeavesNoTrace(ZooCase zoo) {
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
