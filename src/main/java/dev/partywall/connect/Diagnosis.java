package dev.partywall.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Doctor} found: lines for people, in the order they are read. */
public record Diagnosis(List<Line> lines) {
    /** How bad a line is. */
    public enum Condition {
        OK,
        /** Partywall works, but the person should know. */
        WARNING,
        /** What depends on it does not work, or would say something wrong. */
        PROBLEM
    }

    /**
     * One thing that was looked at.
     *
     * @param side null for what concerns both
     * @param sentence what is so
     * @param remedy what to do about it; empty when nothing need be done
     */
    public record Line(@Nullable Side side, Condition condition, String sentence, String remedy) {}

    public Diagnosis {
        lines = List.copyOf(lines);
    }

    /** Whether nothing is a problem. */
    public boolean healthy() {
        return lines.stream().noneMatch(line -> line.condition() == Condition.PROBLEM);
    }
}
