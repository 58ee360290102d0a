package dev.partywall.browse;

import dev.partywall.connect.Table.Heading;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table for a terminal. Widths come from the first rows, {@value #MEASURED} at most, so that any number of rows is
 * written in constant memory; NULL is shown as {@code ∅}, so that it is not taken for an empty string.
 */
public final class TextRows implements RowWriter {
    private static final int MEASURED = 100;
    private static final int WIDEST = 60;
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "oid");

    private final Writer out;
    private final List<List<@Nullable String>> waiting = new ArrayList<>();
    private List<Heading> headings = List.of();
    private int[] widths = {};
    private boolean measured;

    public TextRows(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(List<Heading> columns) {
        headings = columns;
    }

    @Override
    public void row(List<@Nullable String> values) throws IOException {
        if (measured) {
            write(values);
            return;
        }
        waiting.add(values);
        if (waiting.size() == MEASURED) {
            release();
        }
    }

    @Override
    public void end() throws IOException {
        if (!measured) {
            release();
        }
    }

    private void release() throws IOException {
        measured = true;
        widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(headings.get(i).name());
            for (List<@Nullable String> row : waiting) {
                widths[i] = Math.max(widths[i], width(shown(row.get(i))));
            }
        }
        write(headings.stream().<@Nullable String>map(Heading::name).toList());
        rule();
        for (List<@Nullable String> row : waiting) {
            write(row);
        }
        waiting.clear();
    }

    private void rule() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int width : widths) {
            lines.add("-".repeat(width));
        }
        out.write(String.join("  ", lines) + "\n");
    }

    private void write(List<@Nullable String> values) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String text = shown(values.get(i));
            String gap = " ".repeat(Math.max(0, widths[i] - width(text)));
            line.append(NUMBERS.contains(headings.get(i).type()) ? gap + text : text + gap);
            line.append("  ");
        }
        out.write(line.toString().stripTrailing() + "\n");
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "∅";
        }
        String line = value.replace("\n", "⏎").replace("\r", "").replace("\t", " ");
        return width(line) <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
