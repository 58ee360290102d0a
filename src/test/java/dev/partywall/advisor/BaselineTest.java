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
        assertThat(sorted.exceptions().accepted())
                .extracting(Exceptions.Accepted::finding)
                .containsExactly(known);
        assertThat(sorted.exceptions().stale()).isEmpty();
    }

    @Test
    void whatIsNoLongerFoundIsNamedAsStale() {
        Baseline.Sorted sorted = Baseline.of(List.of(known, fresh)).sort(List.of(fresh), TODAY);
        assertThat(sorted.exceptions().stale()).extracting(Acceptance::object).containsExactly("shop.known.Größe 🎫");
    }

    @Test
    void aSuppressionCountsUpToItsLastDay() {
        Baseline baseline = Baseline.NONE.with(Acceptance.of(known, "a copy nobody uses", "ann", TODAY));
        assertThat(baseline.sort(List.of(known), TODAY).open()).isEmpty();
        Baseline.Sorted later = baseline.sort(List.of(known), TODAY.plusDays(1));
        assertThat(later.open()).containsExactly(known);
        assertThat(later.exceptions().expired()).hasSize(1);
    }

    @Test
    void aSuppressionNeedsAReasonAndAnAuthor() {
        assertThatThrownBy(() -> Acceptance.of(known, " ", "ann", TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Acceptance.of(known, "why", "", TODAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFindingThatHasGrownWorseThanWhatWasAcceptedCounts() {
        Baseline baseline = Baseline.NONE.with(Acceptance.of(known, "harmless", "ann", TODAY));
        Finding worse =
                new Finding(known.id(), Severity.CRITICAL, Direction.FAIL_OPEN, known.object(), "worse", "", "", "");
        Baseline.Sorted sorted = baseline.sort(List.of(worse), TODAY);
        assertThat(sorted.open()).containsExactly(worse);
        assertThat(sorted.exceptions().outgrown()).hasSize(1);
        assertThat(sorted.exceptions().expired()).isEmpty();
    }

    @Test
    void anExpiredSuppressionIsNotRescuedByTheBaseline() {
        Baseline baseline =
                Baseline.of(List.of(known)).with(Acceptance.of(known, "until the release", "ann", TODAY.minusDays(1)));
        assertThat(baseline.sort(List.of(known), TODAY).open()).containsExactly(known);
    }

    @Test
    void aSuppressionFileNeedsAllThatAReviewerAsks() throws IOException {
        String complete = "\"fingerprint\": \"f\", \"severity\": \"high\", \"reason\": \"r\", \"author\": \"a\","
                + " \"expires\": \"2026-12-31\"";
        Path file = folder.resolve("s.json");
        Files.writeString(file, "{\"schema\": \"partywall.suppressions/1\", \"suppressed\": [{" + complete + "}]}");
        assertThat(AcceptanceFile.SUPPRESSIONS.read(file).acceptances()).hasSize(1);
        for (String part : List.of("fingerprint", "severity", "reason", "author", "expires")) {
            String lacking = complete.replace("\"" + part + "\"", "\"other\"");
            Files.writeString(file, "{\"schema\": \"partywall.suppressions/1\", \"suppressed\": [{" + lacking + "}]}");
            assertThatThrownBy(() -> AcceptanceFile.SUPPRESSIONS.read(file))
                    .as(part)
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void theFingerprintLeavesOutTheDatabasesOwnName() {
        assertThat(database("shop_staging").fingerprint())
                .isEqualTo(database("shop").fingerprint())
                .isNotEqualTo(database("shop").about("postgres_fdw").fingerprint());
    }

    private static Finding database(String name) {
        ObjectRef object = new ObjectRef(ObjectRef.Kind.DATABASE, null, null, name);
        return new Finding("server-version", Severity.LOW, Direction.NEUTRAL, object, "", "", "", "");
    }

    @Test
    void theFileSaysTheSameWhenReadAgain() {
        Baseline baseline = Baseline.of(List.of(fresh)).with(Acceptance.of(known, "why \"so\"", "ann", TODAY));
        Path file = folder.resolve("baseline.json");
        AcceptanceFile.BASELINE.write(baseline, file);
        assertThat(AcceptanceFile.BASELINE.read(file).acceptances())
                .containsExactlyInAnyOrderElementsOf(baseline.acceptances());
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
            assertThatThrownBy(() -> AcceptanceFile.BASELINE.read(file))
                    .as(text)
                    .isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> AcceptanceFile.BASELINE.read(folder.resolve("none")))
                .isInstanceOf(Failure.class);
    }
}
