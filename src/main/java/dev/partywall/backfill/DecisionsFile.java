package dev.partywall.backfill;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Undecided rows as CSV: what tells the row, why it is undecided and between whom, and an empty last column for the decision.
 * Once that is filled in, the file is a mapping: {@code map:FILE}. Rows left empty are left alone.
 */
public final class DecisionsFile implements Consumer<Undecided> {
    static final String COMMENT = "#";

    private final CsvWriter csv;
    private final String tenantColumn;
    private boolean headed;

    /** @param out not closed */
    public DecisionsFile(Writer out, String tenantColumn) {
        this.csv = CsvWriter.builder().build(out);
        this.tenantColumn = tenantColumn;
    }

    @Override
    public void accept(Undecided row) {
        if (!headed) {
            write(row.columns(), COMMENT + "why", COMMENT + "tenants", tenantColumn);
            headed = true;
        }
        write(row.key(), row.agreement().words(), String.join(" or ", row.tenants()), "");
    }

    /** @throws Failure when it cannot be written */
    public void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The undecided rows cannot be written: " + e.getMessage() + ".",
                    "Name a file in a folder that can be written to and has room.",
                    null,
                    e);
        }
    }

    private void write(List<String> key, String... more) {
        List<String> fields = new ArrayList<>(key);
        fields.addAll(List.of(more));
        csv.writeRecord(fields);
    }
}
