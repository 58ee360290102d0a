package dev.partywall.ui.backfill;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the window keeps the journals of its back-fills: beside its settings, whatever the working directory is. */
final class Journals {
    private Journals() {}

    /** The path of a new journal of that name; its folder is made. */
    static Path place(Path folder, Path name) {
        try {
            return Files.createDirectories(folder.resolve("journals")).resolve(name.getFileName());
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The folder for journals cannot be made in " + folder + ".",
                    "Make the folder writable: without a journal nothing is changed.",
                    null,
                    e);
        }
    }
}
