package dev.partywall.probe.probes;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Tally;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.Objects;

/** Copies the whole table out, in one session: COPY reads by the same policies as SELECT. */
public final class CopyOut implements Probe {
    /** Above this many rows of one's own it is left to foreign-read. */
    private static final long FEW = 10_000;

    @Override
    public String id() {
        return "copy-out";
    }

    @Override
    public String command() {
        return "COPY";
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.leading()
                && trial.asTenant()
                && trial.target().relation().kind() == Relation.Kind.TABLE
                && !trial.target().registry()
                && !trial.rights().select().isEmpty()
                && trial.control() != null
                && trial.total() <= FEW;
    }

    @Override
    public Verdict attempt(Trial trial) {
        String column = trial.rights().select().stream().sorted().findFirst().orElseThrow();
        Sql copy = Sql.of("COPY " + trial.target().sql() + " (" + Identifiers.quote(column) + ") TO STDOUT");
        Verdicts verdicts = new Verdicts(this, trial, null, copy);
        return verdicts.of(trial.attempt(copy), rows -> judged(trial, verdicts, rows));
    }

    private static Verdict judged(Trial trial, Verdicts verdicts, long rows) {
        Tally control = Objects.requireNonNull(trial.control());
        long allowed = trial.readable().stream().mapToLong(control::of).sum();
        if (rows > allowed) {
            allowed = Math.max(allowed, allowed - trial.owned() + trial.ownedNow());
        }
        String words = trial.words() + ", COPY " + trial.name() + " TO STDOUT gives " + rows + " rows, where " + allowed
                + " may be read";
        return rows > allowed ? verdicts.leaked(rows - allowed, null, words + ".") : verdicts.held(null, words + ".");
    }
}
