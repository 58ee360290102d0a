package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.SnapshotFile;
import dev.partywall.connect.Link;
import dev.partywall.profile.ProfileStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison.
 *
 * @param title as it was named on the command line
 * @param appRole whose isolation is judged; null when a file does not say
 */
record ComparedSide(
        String title, CatalogSnapshot snapshot, @Nullable String appRole) {

    /**
     * A snapshot file, which takes no server, or else a profile, whose database is read now.
     *
     * @throws dev.partywall.failure.Failure when it is neither, or the database cannot be read
     */
    static ComparedSide of(String fileOrProfile) {
        Path file = Path.of(fileOrProfile);
        if (SnapshotFile.isSnapshot(file)) {
            SnapshotFile.Saved saved = SnapshotFile.read(file);
            return new ComparedSide(fileOrProfile, saved.snapshot(), saved.appRole());
        }
        try (Link link = Link.open(ProfileStore.usual().load(fileOrProfile), new ConsolePrompt())) {
            return of(fileOrProfile, Inspector.inspect(link));
        }
    }

    static ComparedSide of(String title, Inspection inspection) {
        return new ComparedSide(title, inspection.snapshot(), inspection.appRole());
    }
}
