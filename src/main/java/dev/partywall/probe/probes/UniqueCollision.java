package dev.partywall.probe.probes;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Copy;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Sample;
import dev.partywall.probe.Trial;
import dev.partywall.probe.UniqueKey;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Inserts a row of one's own with a unique value another tenant has, and looks whether the clash tells so. */
public final class UniqueCollision implements Probe {
    private static final Set<String> CLASHES = Set.of("23505", "23P01");

    @Override
    public String id() {
        return "unique-collision";
    }

    @Override
    public String command() {
        return "INSERT";
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.asTenant()
                && trial.target().relation().rowSecurity()
                && !trial.target().naturalKeys().isEmpty()
                && trial.own() != null
                && trial.foreign() != null
                && !trial.readable().contains(trial.against());
    }

    @Override
    public Verdict attempt(Trial trial) {
        List<UniqueKey> keys = trial.target().naturalKeys();
        Verdicts verdicts = new Verdicts(this, trial, trial.against(), shown(trial, keys));
        boolean may = keys.stream().allMatch(key -> trial.rights().insert().containsAll(key.columns()));
        if (!may) {
            return verdicts.blocked();
        }
        Optional<String> danger = ForeignRow.danger(trial, Privilege.INSERT).or(() -> Copy.danger(trial));
        if (danger.isPresent()) {
            return verdicts.notRun(danger.get());
        }
        Verdict last = null;
        for (UniqueKey key : keys) {
            last = judged(trial, verdicts, key);
            if (last.outcome() == Outcome.LEAKED) {
                return last;
            }
        }
        return Objects.requireNonNull(last);
    }

    private static Verdict judged(Trial trial, Verdicts verdicts, UniqueKey key) {
        Sample own = Objects.requireNonNull(trial.own());
        Sql insert = Copy.with(
                trial, own.fresh(), key.columns(), ForeignRow.sample(trial).exact());
        Attempt attempt =
                trial.attempt(new Sql(insert.text() + ForeignRow.end(trial, Privilege.INSERT), insert.values()));
        String words = trial.words() + ", a row of " + trial.name() + " with what a row of " + trial.against()
                + " has in " + columns(key);
        if (attempt instanceof Attempt.Refused refused && CLASHES.contains(refused.sqlState())) {
            return key.name().equals(refused.constraint())
                    ? verdicts.leaked(
                            1,
                            refused.sqlState(),
                            words + " clashes with it (" + Identifiers.quote(key.name()) + ", " + refused.sqlState()
                                    + "): so it is told that another tenant has it.")
                    : verdicts.notRun(words + " was stopped by another constraint (" + refused.sqlState() + ").");
        }
        return trial.reached(attempt)
                ? verdicts.held(null, words + " clashes with nothing.")
                : verdicts.of(attempt, rows -> verdicts.held(null, words + " is not put in."));
    }

    private static String columns(UniqueKey key) {
        return key.columns().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    private static Sql shown(Trial trial, List<UniqueKey> keys) {
        String columns = keys.stream().map(UniqueCollision::columns).collect(Collectors.joining(", "));
        return Sql.of("-- a copy of one's own row, with what a row of the other tenant has in " + columns + "\n"
                + Copy.bare(trial).text());
    }
}
