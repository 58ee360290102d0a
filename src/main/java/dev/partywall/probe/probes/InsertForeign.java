package dev.partywall.probe.probes;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Bare;
import dev.partywall.probe.Copy;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Landing;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Probe;
import dev.partywall.probe.ProbeContext;
import dev.partywall.probe.Sample;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.Map;
import java.util.Optional;

/** Inserts a row for another tenant: a copy of one of that tenant's rows with a new key. */
public final class InsertForeign implements Probe {
    @Override
    public String id() {
        return "insert-foreign";
    }

    @Override
    public String command() {
        return "INSERT";
    }

    @Override
    public boolean applies(Trial trial) {
        boolean asked =
                trial.asTenant() || trial.kind() == ProbeContext.Kind.UNSET || trial.kind() == ProbeContext.Kind.EMPTY;
        return asked
                && !trial.target().registry()
                && !trial.against().isEmpty()
                && !trial.readable().contains(trial.against())
                && Bare.applies(trial, Privilege.INSERT);
    }

    @Override
    public Verdict attempt(Trial trial) {
        Verdicts verdicts = new Verdicts(this, trial, trial.against(), Copy.bare(trial));
        if (trial.rights().insert().isEmpty()) {
            return verdicts.blocked();
        }
        Sample sample = trial.foreign();
        if (sample == null) {
            return verdicts.held(
                    null,
                    "There is no row of " + trial.against() + " in " + trial.name()
                            + " to copy, so nothing was tried.");
        }
        Optional<String> danger = ForeignRow.danger(trial, Privilege.INSERT).or(() -> Copy.danger(trial));
        if (danger.isPresent()) {
            return verdicts.notRun(danger.get());
        }
        Sql insert = Copy.of(trial, sample.fresh());
        Sql braked = new Sql(insert.text() + ForeignRow.end(trial, Privilege.INSERT), insert.values());
        Verdict verdict = judged(trial, verdicts, insert, trial.attempt(braked));
        return trial.self().isEmpty() || verdict.outcome() == Outcome.LEAKED
                ? verdict
                : joined(trial, verdicts, sample, verdict);
    }

    /** In a table of who belongs to which tenant, a row of the other tenant that names oneself lets oneself in. */
    private static Verdict joined(Trial trial, Verdicts verdicts, Sample sample, Verdict otherwise) {
        Map.Entry<String, String> self = trial.self().entrySet().iterator().next();
        Sql insert = Copy.with(trial, sample.fresh(), self.getKey(), self.getValue());
        Attempt attempt =
                trial.attempt(new Sql(insert.text() + ForeignRow.end(trial, Privilege.INSERT), insert.values()));
        return Landing.isIn(attempt) || trial.reached(attempt)
                ? verdicts.leaked(
                        1,
                        null,
                        trial.words() + ", the person of the session can be put into " + trial.name() + " as one of "
                                + trial.against() + ", and so become one; rolled back.")
                : otherwise;
    }

    private static Verdict judged(Trial trial, Verdicts verdicts, Sql insert, Attempt attempt) {
        if (trial.target().guarded().rewrites(Privilege.INSERT) && Landing.isIn(attempt)) {
            return landed(trial, verdicts, insert);
        }
        return verdicts.of(
                attempt,
                rows -> rows == 0
                        ? verdicts.held(
                                null,
                                trial.words() + ", a row for " + trial.against() + " is not put into " + trial.name()
                                        + ".")
                        : leaked(trial, verdicts));
    }

    /** A trigger may have put the own tenant in. */
    private static Verdict landed(Trial trial, Verdicts verdicts, Sql insert) {
        Landing landing = Landing.of(trial, insert);
        return landing == Landing.WITH_VICTIM
                ? leaked(trial, verdicts)
                : landing.verdict(trial, verdicts, "a row inserted for " + trial.against());
    }

    private static Verdict leaked(Trial trial, Verdicts verdicts) {
        return verdicts.leaked(
                1,
                null,
                trial.words() + ", a row for " + trial.against() + " can be inserted into " + trial.name()
                        + "; rolled back.");
    }
}
