package dev.partywall.browse;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.partywall.connect.Table.Heading;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180 with a heading line. NULL is an empty field, an empty string is {@code ""}: as COPY ... CSV writes them. */
public final class CsvRows implements RowWriter {
    private final CsvWriter csv;

    public CsvRows(Writer out) {
        this.csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(out);
    }

    @Override
    public void begin(List<Heading> headings) {
        csv.writeRecord(headings.stream().map(Heading::name).toList());
    }

    @Override
    public void row(List<@Nullable String> values) {
        csv.writeRecord(values);
    }

    @Override
    public void end() throws java.io.IOException {
        csv.flush();
    }
}
