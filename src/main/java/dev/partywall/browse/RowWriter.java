package dev.partywall.browse;

import dev.partywall.connect.Table.Heading;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as they arrive, in constant memory. */
public interface RowWriter {
    /** Before the first row. */
    void begin(List<Heading> headings) throws IOException;

    /** One row, as the server's text; null is SQL NULL. */
    void row(List<@Nullable String> values) throws IOException;

    /** After the last row. */
    void end() throws IOException;
}
