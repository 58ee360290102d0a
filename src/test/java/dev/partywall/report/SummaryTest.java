package dev.partywall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Severity;
import dev.partywall.probe.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void nothingFoundAndNothingLeakedIsZero() {
        assertThat(exit(SampleReport.of(
                        List.of(SampleReport.finding(Severity.MEDIUM)),
                        List.of(SampleReport.verdict(Outcome.ISOLATED), SampleReport.verdict(Outcome.VACUOUS)),
                        List.of())))
                .isZero();
    }

    @Test
    void aFindingAtTheThresholdIsOne() {
        Report report = SampleReport.of(List.of(SampleReport.finding(Severity.HIGH)), List.of(), List.of());
        assertThat(exit(report)).isEqualTo(1);
        assertThat(Summary.of(report, Severity.CRITICAL).exit()).isZero();
    }

    @Test
    void aLeakIsOneWhateverTheThreshold() {
        Report report = SampleReport.of(List.of(), List.of(SampleReport.verdict(Outcome.LEAKED)), List.of("broken"));
        assertThat(Summary.of(report, Severity.CRITICAL).exit()).isEqualTo(1);
    }

    @Test
    void whatCouldNotRunIsNeverGreen() {
        assertThat(exit(SampleReport.of(List.of(), List.of(), List.of("a rule broke"))))
                .isEqualTo(2);
        assertThat(exit(SampleReport.of(List.of(), List.of(SampleReport.verdict(Outcome.FAILED)), List.of())))
                .isEqualTo(2);
    }

    private static int exit(Report report) {
        return Summary.of(report, Severity.HIGH).exit();
    }
}
