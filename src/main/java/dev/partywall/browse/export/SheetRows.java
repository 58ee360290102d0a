package dev.partywall.browse.export;

import dev.partywall.browse.CsvRows;
import dev.partywall.browse.RowWriter;
import dev.partywall.connect.Table.Heading;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV that a spreadsheet may open: no cell is taken for a formula. */
public final class SheetRows implements RowWriter {
    private final CsvRows csv;
    private FormulaGuard guard = new FormulaGuard(List.of());

    public SheetRows(Writer out) {
        this.csv = new CsvRows(out);
    }

    @Override
    public void begin(List<Heading> headings) {
        guard = new FormulaGuard(headings);
        csv.begin(headings.stream()
                .map(heading -> new Heading(FormulaGuard.guarded(heading.name()), heading.type()))
                .toList());
    }

    @Override
    public void row(List<@Nullable String> values) {
        csv.row(guard.row(values));
    }

    @Override
    public void end() throws IOException {
        csv.end();
    }

    /** How many values got an apostrophe. */
    public long guarded() {
        return guard.count();
    }
}
