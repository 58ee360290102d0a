package dev.partywall.probe.probes;

import dev.partywall.connect.Sql;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Sight;
import dev.partywall.probe.Tally;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;

/** Reads everything and looks whose rows came. */
public final class ForeignRead implements Probe {
    @Override
    public String id() {
        return "foreign-read";
    }

    @Override
    public String command() {
        return "SELECT";
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public boolean looksOnly() {
        return true;
    }

    @Override
    public boolean applies(Trial trial) {
        return true;
    }

    @Override
    public Verdict attempt(Trial trial) {
        Verdicts verdicts = new Verdicts(this, trial, null, Sql.of(statement(trial)));
        if (trial.rights().select().isEmpty()) {
            return verdicts.blocked();
        }
        return switch (trial.sight()) {
            case Sight.Refused refused -> verdicts.refused(refused);
            case Sight.Unclear unclear ->
                unclear.undecided() ? verdicts.incomplete(null, unclear.why()) : verdicts.notRun(unclear.why());
            case Sight.Seen seen -> judged(trial, seen.tally(), verdicts);
        };
    }

    private static Verdict judged(Trial trial, Tally tally, Verdicts verdicts) {
        long foreign = tally.beyond(trial.readable());
        if (foreign == 0) {
            return verdicts.held(
                    null,
                    trial.words() + ", reading " + trial.name() + " shows no row of others." + hidden(trial, tally));
        }
        String listed = tally.listed(trial.readable());
        if (trial.target().registry() && !Confidential.in(trial)) {
            return verdicts.notRun(trial.words() + ", the list of tenants " + trial.name() + " shows other tenants ("
                    + listed + "). Whether names may be known to all is a matter of design, so this is not judged.");
        }
        return verdicts.leaked(
                foreign,
                null,
                trial.words() + ", reading " + trial.name() + " shows rows of others: " + listed + control(trial));
    }

    private static String control(Trial trial) {
        Tally control = trial.control();
        return control == null ? "." : "; the control saw " + trial.others() + (control.capped() ? " or more." : ".");
    }

    private static String hidden(Trial trial, Tally tally) {
        if (!trial.asTenant() || trial.control() == null || tally.capped()) {
            return "";
        }
        long missing = trial.owned() - tally.of(trial.tenant());
        return missing <= 0 ? "" : " Hidden are " + missing + " of its own " + trial.owned() + " rows.";
    }

    private static String statement(Trial trial) {
        String relation = trial.target().sql();
        return trial.target().ownership().direct()
                ? "SELECT " + trial.target().ownership().owner("t") + ", count(*) FROM " + relation + " t GROUP BY 1"
                : "SELECT * FROM " + relation;
    }
}
