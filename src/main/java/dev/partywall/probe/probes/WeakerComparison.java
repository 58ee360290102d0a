package dev.partywall.probe.probes;

import dev.partywall.connect.Sql;
import dev.partywall.probe.Guess;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Sight;
import dev.partywall.probe.Tally;
import dev.partywall.probe.Trial;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdicts;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets the tenant to values that are nearly a tenant's, and looks whether rows come. */
public final class WeakerComparison implements Probe {
    @Override
    public String id() {
        return "weaker-comparison";
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
    public boolean guesses() {
        return true;
    }

    @Override
    public boolean looksOnly() {
        return true;
    }

    @Override
    public boolean applies(Trial trial) {
        return !trial.target().registry();
    }

    @Override
    public Verdict attempt(Trial trial) {
        Verdicts verdicts = new Verdicts(
                this, trial, null, Sql.of("SELECT * FROM " + trial.target().sql()));
        if (trial.rights().select().isEmpty()) {
            return verdicts.blocked();
        }
        for (Map.Entry<Guess, Sight> guessed : trial.guesses().entrySet()) {
            Optional<Tally> foreign = foreign(trial, guessed.getKey(), guessed.getValue());
            if (foreign.isPresent()) {
                return leaked(trial, verdicts, guessed.getKey(), foreign.get());
            }
        }
        return verdicts.held(
                null,
                "With " + trial.guesses().size()
                        + " settings that are nearly a tenant's or look like a master key, reading " + trial.name()
                        + " shows nothing foreign.");
    }

    private static Optional<Tally> foreign(Trial trial, Guess guess, Sight sight) {
        return sight instanceof Sight.Seen seen && seen.tally().beyond(harmless(trial, guess)) > 0
                ? Optional.of(seen.tally())
                : Optional.empty();
    }

    /** One tenant in another spelling may be meant; rows of nobody are judged in other sessions. */
    private static Set<String> harmless(Trial trial, Guess guess) {
        Set<String> owners = new HashSet<>(trial.readable());
        owners.addAll(guess.harmless());
        owners.add(Tally.NOBODY);
        return owners;
    }

    private static Verdict leaked(Trial trial, Verdicts verdicts, Guess guess, Tally tally) {
        Set<String> harmless = harmless(trial, guess);
        return verdicts.leaked(
                tally.beyond(harmless),
                null,
                "With the setting '" + guess.shown() + "', which is no tenant's, reading " + trial.name()
                        + " shows rows: " + tally.listed(harmless) + ".");
    }
}
