package dev.partywall.ui.part;

import dev.partywall.ui.Texts;
import java.time.Duration;
import java.util.Locale;

/** Times and sizes as people say them. */
public final class Figures {
    private Figures() {}

    /** "under a second", "12 s", "3 min 5 s", "2 h 10 min". */
    public static String time(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        if (seconds == 0) {
            return Texts.say("figures.instant");
        }
        if (seconds < 60) {
            return Texts.say("figures.seconds", seconds);
        }
        return seconds < 3600
                ? Texts.say("figures.minutes", seconds / 60, seconds % 60)
                : Texts.say("figures.hours", seconds / 3600, seconds % 3600 / 60);
    }

    /** "512 B", "3.4 MB". */
    public static String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ENGLISH, unit == 0 || size >= 100 ? "%.0f %s" : "%.1f %s", size, units[unit]);
    }
}
