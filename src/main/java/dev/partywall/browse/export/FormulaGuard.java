package dev.partywall.browse.export;

import dev.partywall.connect.Table.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps spreadsheets from taking a text for a formula: one that begins as formulas do gets an apostrophe in front (OWASP, CSV
 * injection). Numbers are left as they are; what begins with a minus there is one.
 */
final class FormulaGuard {
    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "money", "oid");
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final boolean[] number;
    private long guarded;

    FormulaGuard(List<Heading> headings) {
        this.number = new boolean[headings.size()];
        for (int i = 0; i < number.length; i++) {
            number[i] = NUMBERS.contains(headings.get(i).type());
        }
    }

    static boolean isFormula(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }

    static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The row itself where nothing in it looks like a formula. */
    List<@Nullable String> row(List<@Nullable String> values) {
        if (IntStream.range(0, values.size()).noneMatch(i -> isFormula(values, i))) {
            return values;
        }
        List<@Nullable String> safe = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            if (isFormula(values, i)) {
                safe.set(i, "'" + values.get(i));
                guarded++;
            }
        }
        return safe;
    }

    private boolean isFormula(List<@Nullable String> values, int i) {
        String value = values.get(i);
        return value != null && !number[i] && isFormula(value);
    }

    /** How many cells were changed. */
    long count() {
        return guarded;
    }
}
