package dev.partywall.ui.activity;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.partywall.connect.Activity;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The activity as a CSV file. */
final class ActivityFile {
    private ActivityFile() {}

    /** @throws Failure when the file cannot be written */
    static Path write(Path file, List<Activity> steps) {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("at", "side", "role", "purpose", "rows", "milliseconds", "outcome");
            for (Activity step : steps) {
                csv.writeRecord(
                        step.at().toString(),
                        step.side().name(),
                        step.user(),
                        step.purpose(),
                        String.valueOf(step.rows()),
                        String.valueOf(step.took().toMillis()),
                        step.outcome());
            }
            return file;
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The activity could not be written to " + file + ".", "Choose a folder you may write to.", null, e);
        }
    }
}
