package dev.partywall.browse.export;

import dev.partywall.browse.RowWriter;
import dev.partywall.connect.Table.Heading;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook: sheets of rows, as many as they need, and one that says where the rows come from. Numbers that Excel holds
 * exactly are numbers, booleans are booleans, everything else is the server's text; nothing is a formula. NULL is an empty cell.
 */
final class XlsxRows implements RowWriter {
    /** Excel's own limits: rows of a sheet, characters of a cell, digits of a number. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int MOST_CHARACTERS = 32_767;
    private static final int MOST_DIGITS = 15;
    private static final int FLUSHED = 1_000;
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric");

    private final Workbook workbook;
    private final int mostRows;
    private List<Heading> headings = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int next;
    private long cut;

    XlsxRows(OutputStream out) {
        this(out, MOST_ROWS);
    }

    XlsxRows(OutputStream out, int mostRows) {
        this.workbook = new Workbook(out, "Partywall", "1.0");
        this.mostRows = mostRows;
    }

    @Override
    public void begin(List<Heading> columns) throws IOException {
        headings = columns;
        newSheet();
    }

    private Worksheet newSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        Worksheet made = workbook.newWorksheet(sheets == 1 ? "rows" : "rows " + sheets);
        made.freezePane(0, 1);
        for (int i = 0; i < headings.size(); i++) {
            made.inlineString(0, i, fitting(headings.get(i).name()));
            made.style(0, i).bold().set();
        }
        next = 1;
        sheet = made;
        return made;
    }

    @Override
    public void row(List<@Nullable String> values) throws IOException {
        Worksheet into = sheet == null || next == mostRows ? newSheet() : sheet;
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                write(into, i, headings.get(i).type(), value);
            }
        }
        next++;
        if (next % FLUSHED == 0) {
            into.flush();
        }
    }

    private void write(Worksheet into, int column, String type, String value) {
        if (type.equals("bool")) {
            into.value(next, column, value.startsWith("t"));
        } else if (NUMBERS.contains(type) && isExact(value)) {
            into.value(next, column, new BigDecimal(value));
        } else {
            into.inlineString(next, column, fitting(value));
        }
    }

    /** Excel keeps fifteen digits, and drops the zeros that say how exact a numeric is. */
    private static boolean isExact(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        boolean number =
                value.chars().allMatch(character -> Character.isDigit(character) || ".-".indexOf(character) >= 0);
        return number && digits <= MOST_DIGITS;
    }

    private String fitting(String value) {
        if (value.length() <= MOST_CHARACTERS) {
            return value;
        }
        cut++;
        return value.substring(0, MOST_CHARACTERS);
    }

    @Override
    public void end() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    /** Adds the sheet that says where the rows come from, and ends the workbook. */
    void finish(Map<String, String> about) throws IOException {
        Worksheet page = workbook.newWorksheet("about");
        int line = 0;
        for (Map.Entry<String, String> entry : about.entrySet()) {
            page.inlineString(line, 0, entry.getKey());
            page.inlineString(line, 1, entry.getValue());
            line++;
        }
        page.width(0, 24);
        page.width(1, 60);
        page.finish();
        workbook.finish();
    }

    /** How many values were longer than a cell. */
    long cut() {
        return cut;
    }
}
