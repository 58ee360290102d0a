package dev.partywall.ui;

import dev.partywall.advisor.Acceptance;
import dev.partywall.advisor.AcceptanceFile;
import dev.partywall.advisor.Baseline;
import dev.partywall.advisor.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The suppressions of one profile, from and into the file that lies beside it. */
public final class Suppressions {
    private final Work work;
    private final Path file;
    private final ReadOnlyObjectWrapper<Baseline> known = new ReadOnlyObjectWrapper<>(Baseline.NONE);

    Suppressions(Work work, Path file) {
        this.work = work;
        this.file = file;
    }

    /** The file, which may not be there yet. */
    public Path file() {
        return file;
    }

    /** What is suppressed now. */
    public ReadOnlyObjectProperty<Baseline> known() {
        return known.getReadOnlyProperty();
    }

    /** Reads the file again: somebody may have reviewed it. */
    public void load() {
        work.start(Texts.say("suppress.job"), progress -> AcceptanceFile.SUPPRESSIONS.readIfThere(file), known::set);
    }

    /** @throws IllegalArgumentException when reason or author are blank */
    public void suppress(Finding finding, String reason, String author, LocalDate expires) {
        Acceptance acceptance = Acceptance.of(finding, reason, author, expires);
        change(before -> before.with(acceptance));
    }

    /** The finding counts again. */
    public void lift(Acceptance acceptance) {
        change(before -> before.without(List.of(acceptance)));
    }

    /** Changes what the file says now, not what it said when the window read it. */
    private void change(UnaryOperator<Baseline> change) {
        work.start(
                Texts.say("suppress.job"),
                progress -> {
                    Baseline after = change.apply(AcceptanceFile.SUPPRESSIONS.readIfThere(file));
                    AcceptanceFile.SUPPRESSIONS.write(after, file);
                    return after;
                },
                known::set);
    }
}
