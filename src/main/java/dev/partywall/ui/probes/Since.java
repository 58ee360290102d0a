package dev.partywall.ui.probes;

import dev.partywall.report.RunChanges;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What changed since an earlier run, in one line. */
final class Since {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private Since() {}

    static String time(Instant time) {
        return TIME.format(time);
    }

    static Node line(Instant before, RunChanges changes) {
        Label since = new Label(Texts.say(changes.isEmpty() ? "probes.since.same" : "probes.since", time(before)));
        since.getStyleClass().add("caption");
        FlowPane line = new FlowPane(6, 4, since);
        add(
                line,
                Feather.ALERT_OCTAGON,
                "probes.since.leaking",
                changes.leaking().size(),
                "bad");
        add(line, Feather.CHECK, "probes.since.mended", changes.mended().size(), "good");
        add(line, Feather.SHUFFLE, "probes.since.other", changes.other().size(), "plain");
        add(line, Feather.PLUS, "probes.since.added", changes.added().size(), "plain");
        add(line, Feather.MINUS, "probes.since.gone", changes.gone().size(), "plain");
        return line;
    }

    private static void add(FlowPane line, Ikon icon, String key, int number, String tone) {
        if (number > 0) {
            line.getChildren().add(new Badge(icon, Texts.say(key, number), tone));
        }
    }
}
