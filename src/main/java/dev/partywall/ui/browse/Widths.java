package dev.partywall.ui.browse;

import java.util.List;

/** How wide a column is before anybody drags it: as its name and its first values want, within reason. */
final class Widths {
    private static final int MEASURED = 60;
    private static final double CHARACTER = 7.4;
    private static final double PADDING = 24;
    private static final double LEAST = 80;
    /** Later rows are often a little longer than the first. */
    private static final int SPARE = 4;

    private static final double MOST = 320;

    private Widths() {}

    static double of(Field field, int index, List<GridRow> rows) {
        int longest = rows.stream()
                .limit(MEASURED)
                .map(row -> row.values().get(index))
                .mapToInt(value -> value == null ? 4 : Math.min(value.length(), 60))
                .max()
                .orElse(0);
        double icon = field.key() || field.link() != null ? 20 : 0;
        double name = field.name().length() * (CHARACTER + 0.6) + PADDING + 12 + icon;
        return Math.clamp(Math.max((longest + SPARE) * CHARACTER + PADDING, name), LEAST, MOST);
    }
}
