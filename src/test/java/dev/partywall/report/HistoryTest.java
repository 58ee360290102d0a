package dev.partywall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Report REPORT = SampleReport.of(
            List.of(), Stream.of(Outcome.values()).map(SampleReport::verdict).toList(), List.of());

    @TempDir
    Path folder;

    @Test
    void aRunReadsBackAsItWas() {
        History history = new History(folder.resolve("deep/er"));
        assertThat(history.times()).isEmpty();
        history.keep(REPORT);
        assertThat(history.times()).containsExactly(REPORT.startedAt());
        assertThat(history.read(REPORT.startedAt()).verdicts()).isEqualTo(REPORT.verdicts());
    }

    @Test
    void onlyTheNewestAreKeptAndOtherFilesAreLeftAlone() throws IOException {
        History history = new History(folder);
        Files.writeString(folder.resolve("notes.json.gz"), "mine");
        Instant start = Instant.parse("2026-01-01T00:00:00.000000001Z");
        for (int day = 0; day < 33; day++) {
            history.keep(at(start.plusSeconds(86_400L * day)));
        }
        assertThat(history.times()).hasSize(30).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(history.times().getFirst()).isEqualTo(start.plusSeconds(86_400L * 32));
        assertThat(folder.resolve("notes.json.gz")).exists();
    }

    private static Report at(Instant start) {
        return new Report(
                start,
                start,
                REPORT.place(),
                REPORT.inspection(),
                REPORT.parts(),
                List.of(),
                REPORT.exceptions(),
                List.of(),
                List.of());
    }

    @Test
    void aDamagedFileIsAFailureWithASentence() throws IOException {
        History history = new History(folder);
        history.keep(REPORT);
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "no archive");
        }
        assertThatThrownBy(() -> history.read(REPORT.startedAt())).isInstanceOf(Failure.class);
    }

    @Test
    void tellsWhatLeaksNowWhatIsMendedAndWhatIsNew() {
        Verdict isolated = SampleReport.verdict(Outcome.ISOLATED);
        Verdict leaked = SampleReport.verdict(Outcome.LEAKED);
        Verdict vacuous = SampleReport.verdict(Outcome.VACUOUS);
        assertThat(RunChanges.between(List.of(isolated), List.of(leaked)).leaking())
                .hasSize(1);
        assertThat(RunChanges.between(List.of(leaked), List.of(isolated)).mended())
                .hasSize(1);
        assertThat(RunChanges.between(List.of(leaked), List.of(vacuous)).mended())
                .isEmpty();
        assertThat(RunChanges.between(List.of(leaked), List.of(vacuous)).other())
                .hasSize(1);
        assertThat(RunChanges.between(List.of(), List.of(leaked)).added()).hasSize(1);
        assertThat(RunChanges.between(List.of(leaked), List.of()).gone()).hasSize(1);
        assertThat(RunChanges.between(List.of(leaked), List.of(leaked)).isEmpty())
                .isTrue();
    }
}
