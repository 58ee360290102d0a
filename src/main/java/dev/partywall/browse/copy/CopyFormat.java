package dev.partywall.browse.copy;

import dev.partywall.browse.CsvRows;
import dev.partywall.browse.JsonRows;
import dev.partywall.browse.RowWriter;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Table.Heading;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How copied cells are written. */
public enum CopyFormat {
    /** Cells alone, as spreadsheets exchange them. NULL is an empty cell. */
    TSV(null),
    /** With a heading line. NULL is an empty field, an empty string is {@code ""}. */
    CSV(CsvRows::new),
    /** An array with an object a row. */
    JSON(JsonRows::new),
    /** One INSERT statement. */
    INSERT(null),
    /** The distinct values, for {@code WHERE column IN ...}; NULL is left out, since IN never finds it. */
    IN_LIST(null),
    /** A table; NULL is written out. */
    MARKDOWN(null);

    /** Makes what writes rows to a text. */
    private interface Writing {
        RowWriter to(Writer out) throws IOException;
    }

    private final @Nullable Writing writing;

    CopyFormat(@Nullable Writing writing) {
        this.writing = writing;
    }

    /**
     * The cells as text.
     *
     * @param relation they are of; null where they are of a query, which knows no INSERT
     * @param headings of the copied columns, in the order of the values
     */
    public String copy(@Nullable Relation relation, List<Heading> headings, List<List<@Nullable String>> rows) {
        return switch (this) {
            case TSV -> TsvText.of(rows);
            case CSV, JSON -> written(headings, rows);
            case INSERT -> new InsertText(java.util.Objects.requireNonNull(relation), headings).of(rows);
            case IN_LIST -> InListText.of(headings, rows);
            case MARKDOWN -> MarkdownText.of(headings, rows);
        };
    }

    private String written(List<Heading> headings, List<List<@Nullable String>> rows) {
        StringWriter text = new StringWriter();
        try {
            RowWriter writer = Objects.requireNonNull(writing).to(text);
            writer.begin(headings);
            for (List<@Nullable String> row : rows) {
                writer.row(row);
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
