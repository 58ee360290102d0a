package dev.partywall.ui.browse;

import dev.partywall.browse.Browser;
import dev.partywall.browse.CsvRows;
import dev.partywall.browse.From;
import dev.partywall.browse.PageRequest;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.failure.Failure;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** All rows the lens sees, as a CSV file: complete or not there at all. */
final class ExportFile {
    private ExportFile() {}

    static void choose(Window owner, Desk desk, Link link, Lens lens, PageRequest request) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(request.relation().name() + ".csv");
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            PageRequest all = request.from(new From.First()).limitedTo(0);
            desk.work()
                    .start(
                            Texts.say("browse.export.job", request.relation()),
                            progress -> write(
                                    new Browser(link.stoppedBy(progress.cancellation()), desk.found()),
                                    lens,
                                    all,
                                    file.toPath()),
                            done -> {});
        }
    }

    /** Writes beside the file and moves it at the end, so that a cancelled export leaves nothing. */
    static Path write(Browser browser, Lens lens, PageRequest request, Path file) {
        try {
            Path part = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
            try {
                try (Writer out = Files.newBufferedWriter(part)) {
                    browser.stream(lens, request, new CsvRows(out));
                }
                return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The rows could not be written to " + file + ".", "Choose a folder you may write to.", null, e);
        }
    }
}
