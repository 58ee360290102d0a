package dev.partywall.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path folder;

    private static Finding finding(String id, String table) {
        return new Finding(
                id,
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(new RelationName("shop", table), ObjectRef.Kind.COLUMN, "Größe 🎫"),
                "t",
                "d",
                "e",
                "f");
    }

    private final Finding known = finding("rls-disabled", "known");
    private final Finding fresh = finding("rls-disabled", "fresh");

    @Test
    void whatWasThereIsAcceptedAndWhatIsNewCounts() {
        Baseline.Sorted sorted = Baseline.of(List.of(known)).sort(List.of(known, fresh), TODAY);
        assertThat(sorted.open()).containsExactly(fresh);
        assertThat(sorted.accepted()).containsExactly(known);
        assertThat(sorted.stale()).isEmpty();
    }

    @Test
    void whatIsNoLongerFoundIsNamedAsStale() {
        Baseline.Sorted sorted = Baseline.of(List.of(known, fresh)).sort(List.of(fresh), TODAY);
        assertThat(sorted.stale()).extracting(Acceptance::object).containsExactly("shop.known.Größe 🎫");
    }

    @Test
    void aSuppressionCountsUpToItsLastDay() {
        Baseline baseline = Baseline.NONE.with(Acceptance.of(known, "a copy nobody uses", "ann", TODAY));
        assertThat(baseline.sort(List.of(known), TODAY).open()).isEmpty();
        Baseline.Sorted later = baseline.sort(List.of(known), TODAY.plusDays(1));
        assertThat(later.open()).containsExactly(known);
        assertThat(later.expired()).hasSize(1);
    }

    @Test
    void aSuppressionNeedsAReasonAndAnAuthor() {
        assertThatThrownBy(() -> Acceptance.of(known, " ", "ann", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Acceptance.of(known, "why", "", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileSaysTheSameWhenReadAgain() {
        Baseline baseline = Baseline.of(List.of(fresh)).with(Acceptance.of(known, "why \"so\"", "ann", TODAY));
        Path file = folder.resolve("baseline.json");
        BaselineFile.write(baseline, file);
        assertThat(BaselineFile.read(file).acceptances()).containsExactlyInAnyOrderElementsOf(baseline.acceptances());
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aFileThatIsNotABaselineIsRefusedInOneSentence() throws IOException {
        for (String text : List.of(
                "",
                "{",
                "[]",
                "{\"schema\": \"partywall.baseline/2\"}",
                "{\"schema\": \"partywall.baseline/1\", \"accepted\": [{\"id\": \"x\"}]}",
                "{\"schema\": \"partywall.baseline/1\", \"accepted\": [{\"fingerprint\": \"f\", \"expires\": \"soon\"}]}",
                "{\"schema\": \"partywall.baseline/1\", \"accepted\": [{\"fingerprint\": \"f\", \"reason\": \"r\"}]}")) {
            Path file = Files.writeString(folder.resolve("b.json"), text);
            assertThatThrownBy(() -> BaselineFile.read(file)).as(text).isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> BaselineFile.read(folder.resolve("none"))).isInstanceOf(Failure.class);
    }
}
