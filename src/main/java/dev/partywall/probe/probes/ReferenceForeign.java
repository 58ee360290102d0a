package dev.partywall.probe.probes;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import dev.partywall.connect.ProbeSession.Attempt;
import dev.partywall.connect.Sql;
import dev.partywall.probe.Copy;
import dev.partywall.probe.ForeignRow;
import dev.partywall.probe.Obstacle;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Reference;
import dev.partywall.probe.Sample;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hangs a row of one's own on another tenant's row: foreign keys are checked without row security. */
public final class ReferenceForeign implements Probe {
    @Override
    public String id() {
        return "reference-foreign";
    }

    @Override
    public String command() {
        return "INSERT";
    }

    @Override
    public boolean applies(Trial trial) {
        return trial.asTenant()
                && trial.target().relation().isTable()
                && trial.own() != null
                && !trial.readable().contains(trial.against())
                && !references(trial).isEmpty();
    }

    /** Those by which the victim's row refers to a row of the victim's. */
    private static List<Reference> references(Trial trial) {
        Sample foreign = trial.foreign();
        return foreign == null
                ? List.of()
                : trial.target().references().stream()
                        .filter(reference ->
                                trial.against().equals(foreign.parents().get(reference.constraint())))
                        .toList();
    }

    @Override
    public Verdict attempt(Trial trial) {
        List<Reference> references = references(trial);
        Verdicts verdicts = new Verdicts(this, trial, trial.against(), shown(trial, references));
        boolean may = references.stream()
                .allMatch(reference -> trial.rights().insert().containsAll(reference.columns()));
        if (!may) {
            return verdicts.blocked();
        }
        Optional<String> danger = ForeignRow.danger(trial, Privilege.INSERT).or(() -> Copy.danger(trial));
        if (danger.isPresent() || ForeignRow.mayCount(trial, Privilege.INSERT)) {
            return verdicts.notRun(danger.orElse("A trigger of " + trial.name()
                    + " may advance a sequence, which no rollback undoes, so this is tried only when asked for."));
        }
        Verdict last = null;
        for (Reference reference : references) {
            last = judged(trial, verdicts, reference);
            if (last.outcome() == Outcome.LEAKED) {
                return last;
            }
        }
        return Objects.requireNonNull(last);
    }

    private static Verdict judged(Trial trial, Verdicts verdicts, Reference reference) {
        Sample own = Objects.requireNonNull(trial.own());
        Sql insert = Copy.with(
                trial,
                own.fresh(),
                reference.columns(),
                ForeignRow.sample(trial).exact());
        String words = trial.words() + ", a row of " + trial.name() + " that refers to a row of " + trial.against()
                + " in " + reference.parent().sql() + " by " + Identifiers.quote(reference.constraint());
        Attempt attempt = trial.attempt(insert);
        if (attempt instanceof Attempt.Refused refused && Obstacle.of(refused) == Obstacle.CONSTRAINT) {
            return verdicts.notRun(words + " was stopped by another constraint (" + refused.sqlState()
                    + ") before the reference was looked at.");
        }
        return verdicts.of(
                attempt,
                rows -> rows > 0
                        ? verdicts.leaked(rows, null, words + " can be inserted; rolled back.")
                        : verdicts.held(null, words + " is not put in."));
    }

    private static Sql shown(Trial trial, List<Reference> references) {
        String columns = references.stream()
                .flatMap(reference -> reference.columns().stream())
                .distinct()
                .map(Identifiers::quote)
                .collect(Collectors.joining(", "));
        return Sql.of("-- a copy of one's own row, with what a row of the other tenant has in " + columns + "\n"
                + Copy.bare(trial).text());
    }
}
