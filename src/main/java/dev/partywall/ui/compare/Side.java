package dev.partywall.ui.compare;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.SnapshotFile;
import dev.partywall.ui.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison.
 *
 * @param live whether it is the open database as it was read last
 * @param appRole whose isolation is judged; null when a file does not say
 */
record Side(
        String title,
        boolean live,
        CatalogSnapshot snapshot,
        @Nullable String appRole) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    /** @throws dev.partywall.failure.Failure when the file is no snapshot */
    static Side of(Path file) {
        SnapshotFile.Saved saved = SnapshotFile.read(file);
        return new Side(
                Objects.toString(file.getFileName(), file.toString()), false, saved.snapshot(), saved.appRole());
    }

    static Side of(Inspection found) {
        return new Side(Texts.say("compare.this"), true, found.snapshot(), found.appRole());
    }

    /** What it is, and of when. */
    String words() {
        return Texts.say("compare.side", title, snapshot.database(), WHEN.format(snapshot.takenAt()));
    }
}
