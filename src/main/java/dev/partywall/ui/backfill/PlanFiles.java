package dev.partywall.ui.backfill;

import dev.partywall.backfill.Plan;
import dev.partywall.backfill.PlanFile;
import dev.partywall.failure.Failure;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Plans as files: to be reviewed, kept, and carried out elsewhere. */
final class PlanFiles {
    private PlanFiles() {}

    static void save(Desk desk, Window owner, Plan plan) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(plan.database().name() + "-backfill.json");
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            desk.work().start(Texts.say("backfill.save.job"), told -> write(file.toPath(), plan), written -> {});
        }
    }

    static void load(Desk desk, Window owner, Consumer<Plan> taken) {
        File file = chooser().showOpenDialog(owner);
        if (file != null) {
            desk.work().start(Texts.say("backfill.load.job"), told -> PlanFile.read(file.toPath()), taken);
        }
    }

    private static FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.say("backfill.plan.kind"), "*.json"));
        return chooser;
    }

    private static Path write(Path file, Plan plan) {
        try {
            return Files.writeString(file, PlanFile.write(plan));
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The plan could not be written to " + file + ".", "Choose a folder you may write to.", null, e);
        }
    }
}
