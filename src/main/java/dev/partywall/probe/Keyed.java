package dev.partywall.probe;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import java.util.Optional;

/** A write to one row of another tenant, addressed by its key: needs the SELECT policies as well. */
public final class Keyed {
    private final Trial trial;
    private final Privilege event;
    private final Sql sql;
    private final String words;
    private final Verdicts verdicts;

    /** @param words what it does to the row: {@code deleted} */
    public Keyed(Probe probe, Trial trial, Privilege event, Sql sql, String words) {
        this.trial = trial;
        this.event = event;
        this.sql = sql;
        this.words = words;
        this.verdicts = new Verdicts(probe, trial, trial.against(), sql);
    }

    /** Whether there is a row to address and a relation to write to. */
    public static boolean applies(Trial trial, Privilege event) {
        return trial.asTenant() && Bare.applies(trial, event) && ForeignRow.reachable(trial);
    }

    public Verdict verdict(boolean allowed) {
        if (!allowed) {
            return verdicts.blocked();
        }
        Optional<String> danger = ForeignRow.danger(trial, event);
        if (danger.isPresent()) {
            return verdicts.notRun(danger.get());
        }
        Sql braked = new Sql(sql.text() + brake(), sql.values());
        return verdicts.of(trial.attempt(braked), rows -> {
            String row = trial.words() + ", a row of " + trial.against() + " in " + trial.name();
            return rows > 0
                    ? verdicts.leaked(rows, null, row + " is " + words + " by its key; rolled back.")
                    : verdicts.held(null, row + " is not " + words + " by its key.");
        });
    }

    /** MERGE has no RETURNING before PostgreSQL 17. */
    private String brake() {
        return sql.text().startsWith("MERGE") ? "" : ForeignRow.end(trial, event);
    }
}
