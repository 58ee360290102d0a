package dev.partywall.ui.backfill;

import dev.partywall.access.Inspector;
import dev.partywall.backfill.Backfill;
import dev.partywall.connect.Link;
import dev.partywall.failure.Failure;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The engine of back-fills, on the connections of a desk. */
final class Engine {
    private final Desk desk;

    Engine(Desk desk) {
        this.desk = desk;
    }

    /** For what only reads: Cancel ends its statement on the server. */
    Backfill reading(Progress told) {
        return new Backfill(desk.link().stoppedBy(told.cancellation()), desk.found());
    }

    /**
     * For what changes rows: reads the catalogue anew first, since what is carried out must fit the tables as they are now;
     * and is stopped between two batches, never within one.
     */
    Backfill writing(Progress told) {
        Link link = desk.link();
        return new Backfill(link, Inspector.inspect(link.stoppedBy(told.cancellation())));
    }

    /** Where the window keeps its journals: beside its settings, whatever the working directory is. */
    Path journals() {
        Path folder = desk.folder().resolve("journals");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The folder for journals cannot be made in " + desk.folder() + ".",
                    "Make the folder writable: without a journal nothing is changed.",
                    null,
                    e);
        }
    }
}
