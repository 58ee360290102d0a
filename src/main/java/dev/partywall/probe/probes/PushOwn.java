package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Assignments;
import dev.partywall.probe.Bare;
import dev.partywall.probe.Counting;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Handover;
import dev.partywall.probe.Landing;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.Optional;

/** Gives one row of one's own to another tenant. */
public final class PushOwn implements Probe {
    @Override
    public String id() {
        return "push-own";
    }

    @Override
    public String command() {
        return "UPDATE";
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.asTenant()
                && trial.target().relation().isTable()
                && Bare.applies(trial, Privilege.UPDATE)
                && !trial.readable().contains(trial.against())
                && !Handover.toVictim(trial).isEmpty();
    }

    @Override
    public Verdict attempt(Trial trial) {
        Assignments given = Assignments.set(trial.target(), Handover.toVictim(trial));
        String start = "UPDATE " + trial.target().sql() + " SET ";
        Verdicts verdicts = new Verdicts(this, trial, trial.against(), given.in(start, ""));
        if (!trial.rights().update().containsAll(trial.target().ownership().columns())) {
            return verdicts.blocked();
        }
        Optional<String> danger = ForeignRow.danger(trial, Privilege.UPDATE);
        if (danger.isPresent()) {
            return verdicts.notRun(danger.get());
        }
        Sql one = given.in(start, " WHERE " + Counting.first() + ForeignRow.end(trial, Privilege.UPDATE));
        Attempt attempt = trial.attempt(one);
        boolean mayBeChanged = trial.target().guarded().rewrites(Privilege.UPDATE);
        if (mayBeChanged && Landing.isIn(attempt)) {
            return landed(trial, verdicts, given, start);
        }
        return verdicts.of(attempt, rows -> rows == 0 ? verdicts.held(null, nothing(trial)) : leaked(trial, verdicts));
    }

    private static String nothing(Trial trial) {
        return trial.words() + ", no row of " + trial.name() + " can be changed, so none can be given away.";
    }

    /** A trigger may have put the own tenant back. */
    private static Verdict landed(Trial trial, Verdicts verdicts, Assignments given, String start) {
        Landing landing = Landing.of(trial, given.in(start, " WHERE " + Counting.first()));
        return landing == Landing.WITH_VICTIM
                ? leaked(trial, verdicts)
                : landing.verdict(trial, verdicts, "the row given to " + trial.against());
    }

    private static Verdict leaked(Trial trial, Verdicts verdicts) {
        return verdicts.leaked(
                1,
                null,
                trial.words() + ", a row of " + trial.name() + " can be given to " + trial.against()
                        + "; rolled back.");
    }
}
