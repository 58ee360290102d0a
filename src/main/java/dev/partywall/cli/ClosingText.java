package dev.partywall.cli;

import dev.partywall.backfill.ClosingResult;
import java.util.List;
import java.util.Locale;

/** What closing the door behind a back-fill says to people. */
final class ClosingText {
    String results(List<ClosingResult> results) {
        if (results.isEmpty()) {
            return "The door is closed already: nothing is left to do.\n";
        }
        StringBuilder text = new StringBuilder();
        results.forEach(result -> text.append(line(result)));
        return text.toString();
    }

    private static String line(ClosingResult result) {
        String fate = result.fate().name().toLowerCase(Locale.ROOT);
        String why = result.error() == null ? "" : ": " + result.error();
        String tries = result.tries() > 1 ? " (after " + result.tries() + " tries)" : "";
        return fate + tries + "  " + result.step().sql() + ";\n    "
                + result.step().kind().words() + why + "\n";
    }
}
