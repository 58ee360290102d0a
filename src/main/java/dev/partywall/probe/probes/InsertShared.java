package dev.partywall.probe.probes;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Bare;
import dev.partywall.probe.Copy;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Ownership;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Sample;
import dev.partywall.probe.Tally;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inserts a row that every tenant would read: for a tenant declared to be everybody's, or for no tenant. */
public final class InsertShared implements Probe {
    @Override
    public String id() {
        return "insert-shared";
    }

    @Override
    public String command() {
        return "INSERT";
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.asTenant()
                && !trial.shared().isEmpty()
                && trial.target().relation().isTable()
                && !trial.target().registry()
                && !trial.target().guarded().rewrites(Privilege.INSERT)
                && trial.target().ownership() instanceof Ownership.Own
                && row(trial) != null
                && possible(trial)
                && Bare.applies(trial, Privilege.INSERT);
    }

    /** A column that takes no NULL keeps rows of nobody out by itself. */
    private static boolean possible(Trial trial) {
        String column = trial.target().ownership().columns().getFirst();
        return !owner(trial).equals(Tally.NOBODY)
                || trial.target().relation().column(column).stream().noneMatch(Column::notNull);
    }

    private static String owner(Trial trial) {
        return trial.shared().stream().sorted().findFirst().orElse(Tally.NOBODY);
    }

    @Override
    public Verdict attempt(Trial trial) {
        String owner = owner(trial);
        String named = owner.equals(Tally.NOBODY) ? "no tenant" : owner;
        Verdicts verdicts = new Verdicts(this, trial, null, Copy.bare(trial));
        if (trial.rights().insert().isEmpty()) {
            return verdicts.blocked();
        }
        Optional<String> danger = ForeignRow.danger(trial, Privilege.INSERT).or(() -> Copy.danger(trial));
        if (danger.isPresent()) {
            return verdicts.notRun(danger.get());
        }
        String words = trial.words() + ", a row for " + named + ", which every tenant reads,";
        return verdicts.of(
                trial.attempt(insert(trial, owner)),
                rows -> rows > 0
                        ? verdicts.leaked(
                                rows, null, words + " can be inserted into " + trial.name() + "; rolled back.")
                        : verdicts.held(null, words + " is not put into " + trial.name() + "."));
    }

    private static Sql insert(Trial trial, String owner) {
        String column = trial.target().ownership().columns().getFirst();
        Sample row = row(trial);
        Sql insert =
                Copy.with(trial, row == null ? "{}" : row.fresh(), column, owner.equals(Tally.NOBODY) ? null : owner);
        return new Sql(insert.text() + ForeignRow.end(trial, Privilege.INSERT), insert.values());
    }

    private static @Nullable Sample row(Trial trial) {
        return trial.foreign() == null ? trial.own() : trial.foreign();
    }
}
