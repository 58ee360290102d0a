package dev.partywall.probe.probes;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Copy;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Handover;
import dev.partywall.probe.Obstacle;
import dev.partywall.probe.Ownership;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Target;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes over a row of another tenant by INSERT ... ON CONFLICT DO UPDATE with that row's key. */
public final class UpsertForeign implements Probe {
    @Override
    public String id() {
        return "upsert-foreign";
    }

    @Override
    public String command() {
        return "INSERT";
    }

    @Override
    public boolean applies(Trial trial) {
        Target target = trial.target();
        return trial.asTenant()
                && target.relation().isTable()
                && !target.registry()
                && !target.guarded().counts()
                && target.ownership() instanceof Ownership.Own own
                && !target.key().contains(own.column())
                && ForeignRow.reachable(trial);
    }

    @Override
    public Verdict attempt(Trial trial) {
        Sql upsert = upsert(trial);
        Verdicts verdicts = new Verdicts(this, trial, trial.against(), Sql.of(shown(trial)));
        if (!allowed(trial)) {
            return verdicts.blocked();
        }
        Optional<String> danger = ForeignRow.danger(trial, Privilege.INSERT)
                .or(() -> ForeignRow.danger(trial, Privilege.UPDATE))
                .or(() -> Copy.danger(trial));
        if (danger.isPresent()) {
            return verdicts.notRun(danger.get());
        }
        String words = trial.words() + ", INSERT ... ON CONFLICT DO UPDATE with the key of a row of " + trial.against()
                + " in " + trial.name();
        Attempt attempt = trial.attempt(upsert);
        if (attempt instanceof Attempt.Refused refused && Obstacle.of(refused) == Obstacle.CONSTRAINT) {
            // The row to be inserted is one's own: that a constraint stops it says nothing of the other's.
            return verdicts.notRun(words + " was stopped by a constraint on the new row (" + refused.sqlState()
                    + ") before it came to the other's row.");
        }
        return verdicts.of(
                attempt,
                rows -> rows > 0
                        ? verdicts.leaked(rows, null, words + " takes it over; rolled back.")
                        : verdicts.held(null, words + " changes nothing."));
    }

    private static boolean allowed(Trial trial) {
        return trial.rights().insert().containsAll(trial.target().key())
                && trial.rights()
                        .insert()
                        .containsAll(trial.target().ownership().columns())
                && trial.rights()
                        .update()
                        .containsAll(trial.target().ownership().columns());
    }

    /** B's row with A's tenant, so that the INSERT policy has nothing against it. */
    private static Sql upsert(Trial trial) {
        String owner = trial.target().ownership().columns().getFirst();
        Sql insert = Copy.with(
                trial,
                ForeignRow.sample(trial).exact(),
                owner,
                Handover.toOwn(trial).get(owner));
        return new Sql(insert.text() + conflict(trial), insert.values());
    }

    private static String conflict(Trial trial) {
        List<String> key = trial.target().key();
        String owner = Identifiers.quote(trial.target().ownership().columns().getFirst());
        return " ON CONFLICT (" + key.stream().map(Identifiers::quote).collect(Collectors.joining(", "))
                + ") DO UPDATE SET " + owner + " = excluded." + owner;
    }

    private static String shown(Trial trial) {
        return Copy.bare(trial).text() + conflict(trial);
    }
}
