package dev.partywall.ui.backfill;

import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Backfill;
import dev.partywall.backfill.DecisionsFile;
import dev.partywall.backfill.Proposal;
import dev.partywall.backfill.Undecided;
import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows a way leaves for a person to decide: the first ones for the screen, all of them for a file. */
final class UndecidedRows {
    private static final int MOST = 1_000;

    private UndecidedRows() {}

    static List<Undecided> first(Backfill engine, Proposal way, Map<RelationName, Assignment> planned) {
        List<Undecided> first = new ArrayList<>();
        engine.undecided(way.table(), way.assignment(), planned, row -> {
            if (first.size() < MOST) {
                first.add(row);
            }
        });
        return first;
    }

    /** Writes beside the file and moves it at the end: complete, or not there at all. Gives the number of rows. */
    static long write(Path file, String column, Backfill engine, Proposal way, Map<RelationName, Assignment> planned) {
        try {
            Path part = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
            try {
                long rows;
                try (Writer out = Files.newBufferedWriter(part)) {
                    DecisionsFile decisions = new DecisionsFile(out, column);
                    rows = engine.undecided(way.table(), way.assignment(), planned, decisions);
                    decisions.flush();
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                return rows;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The rows could not be written to " + file + ".", "Choose a folder you may write to.", null, e);
        }
    }
}
