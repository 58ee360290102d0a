package dev.partywall.browse.export;

import dev.partywall.browse.JsonRows;
import dev.partywall.browse.RowWriter;
import dev.partywall.connect.Table.Heading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the rows of an export, counts them, and says what it did to them. */
final class ExportWriter implements RowWriter {
    private static final int TOLD = 10_000;

    private final RowWriter rows;
    private final Ending ending;
    private final LongConsumer progress;
    private long written;

    /** What differs between the formats once the rows are written. */
    private interface Ending {
        void finish(About about) throws IOException;

        long changed();

        String words();
    }

    private ExportWriter(RowWriter rows, Ending ending, LongConsumer progress) {
        this.rows = rows;
        this.ending = ending;
        this.progress = progress;
    }

    static ExportWriter of(ExportFormat format, OutputStream out, LongConsumer progress) throws IOException {
        return switch (format) {
            case CSV -> {
                Writer text = text(out);
                SheetRows sheet = new SheetRows(text);
                yield new ExportWriter(sheet, new TextEnding(text, sheet), progress);
            }
            case JSON_LINES -> {
                Writer text = text(out);
                yield new ExportWriter(JsonRows.lines(text), new TextEnding(text, null), progress);
            }
            case XLSX -> {
                XlsxRows workbook = new XlsxRows(out);
                yield new ExportWriter(workbook, new WorkbookEnding(workbook), progress);
            }
        };
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void begin(List<Heading> headings) throws IOException {
        rows.begin(headings);
    }

    @Override
    public void row(List<@Nullable String> values) throws IOException {
        rows.row(values);
        written++;
        if (written % TOLD == 0) {
            progress.accept(written);
        }
    }

    @Override
    public void end() throws IOException {
        rows.end();
        progress.accept(written);
    }

    /** After {@link #end}. */
    void finish(About about) throws IOException {
        ending.finish(about);
    }

    long rows() {
        return written;
    }

    /** How many values were changed. */
    long changed() {
        return ending.changed();
    }

    /** What was changed, in a sentence; empty when nothing. */
    String changes() {
        return changed() == 0 ? "" : ending.words();
    }

    private record TextEnding(Writer text, @Nullable SheetRows sheet) implements Ending {
        @Override
        public void finish(About about) throws IOException {
            text.flush();
        }

        @Override
        public long changed() {
            return sheet == null ? 0 : sheet.guarded();
        }

        @Override
        public String words() {
            return changed() + " values that a spreadsheet would take for formulas got an apostrophe in front.";
        }
    }

    private record WorkbookEnding(XlsxRows workbook) implements Ending {
        @Override
        public void finish(About about) throws IOException {
            workbook.finish(about.facts());
        }

        @Override
        public long changed() {
            return workbook.cut();
        }

        @Override
        public String words() {
            return changed() + " values were longer than a cell holds and were cut.";
        }
    }
}
