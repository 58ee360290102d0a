package dev.partywall.ui.part;

import dev.partywall.access.AccessKind;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Severity;
import dev.partywall.probe.Outcome;
import dev.partywall.ui.Texts;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Icon, word and tone of every state: told apart by shape and word, and only then by colour. */
public final class States {
    private States() {}

    public static Badge badge(AccessKind kind) {
        return new Badge(icon(kind), word(kind), tone(kind));
    }

    public static Badge badge(Outcome outcome) {
        return new Badge(icon(outcome), word(outcome), tone(outcome));
    }

    public static Badge badge(Severity severity) {
        return new Badge(icon(severity), Texts.say("severity." + severity.word()), tone(severity));
    }

    public static Badge badge(Direction direction) {
        return new Badge(
                Texts.say("direction." + direction.word()), direction == Direction.FAIL_OPEN ? "bad" : "plain");
    }

    public static String word(AccessKind kind) {
        return Texts.say("access." + kind.name().toLowerCase(Locale.ROOT));
    }

    public static String word(Outcome outcome) {
        return Texts.say("outcome." + outcome.word());
    }

    public static Ikon icon(AccessKind kind) {
        return switch (kind) {
            case DENIED -> Feather.X;
            case NOTHING -> Feather.SLASH;
            case ROWS -> Feather.FILTER;
            case EVERYTHING -> Feather.UNLOCK;
            case UNDECIDED -> Feather.HELP_CIRCLE;
        };
    }

    public static String tone(AccessKind kind) {
        return switch (kind) {
            case DENIED -> "plain";
            case NOTHING -> "info";
            case ROWS -> "good";
            case EVERYTHING -> "bad";
            case UNDECIDED -> "warn";
        };
    }

    public static Ikon icon(Outcome outcome) {
        return switch (outcome) {
            case ISOLATED -> Feather.SHIELD;
            case LEAKED -> Feather.ALERT_OCTAGON;
            case VACUOUS -> Feather.CIRCLE;
            case BLOCKED -> Feather.LOCK;
            case NOT_RUN -> Feather.MINUS;
            case FAILED -> Feather.ALERT_TRIANGLE;
        };
    }

    public static String tone(Outcome outcome) {
        return switch (outcome) {
            case ISOLATED -> "good";
            case LEAKED -> "bad";
            case BLOCKED -> "info";
            case VACUOUS, NOT_RUN -> "plain";
            case FAILED -> "warn";
        };
    }

    public static Ikon icon(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Feather.ALERT_OCTAGON;
            case HIGH -> Feather.ALERT_TRIANGLE;
            case MEDIUM -> Feather.ALERT_CIRCLE;
            case LOW -> Feather.CHEVRON_DOWN;
            case INFO -> Feather.INFO;
        };
    }

    public static String tone(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "bad";
            case MEDIUM -> "warn";
            case LOW -> "info";
            case INFO -> "plain";
        };
    }
}
