package dev.partywall.cli;

import dev.partywall.access.Change;
import dev.partywall.access.Change.Direction;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison for a terminal: what concerns no relation first, then relation by relation. */
record ComparisonText(Comparison comparison) {
    private static final int LONGEST = 400;

    void write(Writer out) throws IOException {
        out.write("What changed from " + line(comparison.before()) + "\n            to   " + line(comparison.after())
                + "\nfor " + String.join(", ", comparison.roles()) + "\n");
        Map<String, List<Change>> byRelation = comparison.diff().changes().stream()
                .collect(Collectors.groupingBy(ComparisonText::heading, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Change>> relation : byRelation.entrySet()) {
            out.write("\n" + relation.getKey() + "\n");
            for (Change change : relation.getValue()) {
                write(change, out);
            }
        }
        out.write("\n" + summary() + "\n");
    }

    private static String line(ComparedSide side) {
        return side.title() + " (" + side.snapshot().database() + ", PostgreSQL "
                + side.snapshot().server().text() + ", " + side.snapshot().takenAt() + ")";
    }

    private static String heading(Change change) {
        return change.relation() == null
                ? "Roles, functions and settings"
                : change.relation().toString();
    }

    private static void write(Change change, Writer out) throws IOException {
        String who = change.role() == null ? "" : " for " + change.role();
        out.write("  " + word(change.direction()) + ": " + change.what() + who + "\n");
        out.write("      before: " + oneLine(change.before()) + "\n");
        out.write("      after:  " + oneLine(change.after()) + "\n");
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }

    private String summary() {
        return comparison.diff().count(Direction.WIDER) + " wider, "
                + comparison.diff().count(Direction.NARROWER) + " narrower, "
                + comparison.diff().count(Direction.DIFFERENT) + " merely different; "
                + comparison.diff().same() + " of " + comparison.diff().relations() + " relations are the same.";
    }
}
