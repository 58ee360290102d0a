package dev.partywall.ui.overview;

import dev.partywall.probe.Outcome;
import dev.partywall.report.History;
import dev.partywall.report.PastRun;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * The newest run that was kept on this machine.
 *
 * @param at when it began
 */
record LastRun(Instant at, long attempts, long leaks) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    static Optional<LastRun> of(History history) {
        List<Instant> times = history.times();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        PastRun run = history.read(times.getFirst());
        long leaks = run.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .count();
        return Optional.of(new LastRun(times.getFirst(), run.verdicts().size(), leaks));
    }

    Node icon() {
        return leaks > 0
                ? Icons.of(Feather.ALERT_OCTAGON, "verdict-icon", "icon-bad")
                : Icons.of(Feather.CLOCK, "verdict-icon", "icon-plain");
    }

    String sentence() {
        return Texts.say("overview.last", TIME.format(at), attempts, leaks);
    }
}
