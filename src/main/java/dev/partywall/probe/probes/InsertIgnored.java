package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Bare;
import dev.partywall.probe.Copy;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.Optional;

/** Inserts another tenant's row as it is, ON CONFLICT DO NOTHING: the silence tells that row security let it pass. */
public final class InsertIgnored implements Probe {
    private static final String IGNORED = " ON CONFLICT DO NOTHING";

    @Override
    public String id() {
        return "insert-ignored";
    }

    @Override
    public String command() {
        return "INSERT";
    }

    /** Where a trigger may give the row another tenant first, silence tells nothing. */
    @Override
    public boolean applies(Trial trial) {
        return trial.asTenant()
                && trial.target().relation().isTable()
                && !trial.target().registry()
                && !trial.target().key().isEmpty()
                && !trial.target().guarded().rewrites(Privilege.INSERT)
                && trial.foreign() != null
                && !trial.readable().contains(trial.against())
                && Bare.applies(trial, Privilege.INSERT);
    }

    @Override
    public Verdict attempt(Trial trial) {
        Verdicts verdicts = new Verdicts(
                this, trial, trial.against(), Sql.of(Copy.bare(trial).text() + IGNORED));
        if (!trial.rights().insert().containsAll(trial.target().key())) {
            return verdicts.blocked();
        }
        Optional<String> danger = ForeignRow.danger(trial, Privilege.INSERT).or(() -> Copy.danger(trial));
        if (danger.isPresent()) {
            return verdicts.notRun(danger.get());
        }
        Sql insert = Copy.of(trial, ForeignRow.sample(trial).exact());
        return verdicts.of(
                trial.attempt(new Sql(insert.text() + IGNORED, insert.values())),
                rows -> verdicts.leaked(
                        1,
                        null,
                        trial.words() + ", a row of " + trial.against() + " inserted again into " + trial.name()
                                + IGNORED + " passes row security, and only its key keeps it out."));
    }
}
