package dev.partywall.browse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.partywall.connect.Table.Heading;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array with an object a row. Whole numbers and booleans are JSON's own; everything else is the server's text,
 * because JSON has nothing that holds infinity, a numeric's scale or an interval.
 */
public final class JsonRows implements RowWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");

    private final JsonGenerator json;
    private final boolean array;
    private List<Heading> headings = List.of();

    public JsonRows(Writer out) throws IOException {
        this(JSON.createGenerator(out).useDefaultPrettyPrinter(), true);
    }

    private JsonRows(JsonGenerator json, boolean array) {
        this.json = json;
        this.array = array;
    }

    /** JSON lines: no array, and one object a line. */
    public static JsonRows lines(Writer out) throws IOException {
        return new JsonRows(JSON.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n")), false);
    }

    @Override
    public void begin(List<Heading> columns) throws IOException {
        headings = columns;
        if (array) {
            json.writeStartArray();
        }
    }

    @Override
    public void row(List<@Nullable String> values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < values.size(); i++) {
            json.writeFieldName(headings.get(i).name());
            write(headings.get(i).type(), values.get(i));
        }
        json.writeEndObject();
    }

    private void write(String type, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (WHOLE.contains(type)) {
            json.writeNumber(Long.parseLong(value));
        } else if (type.equals("bool")) {
            json.writeBoolean(value.startsWith("t"));
        } else {
            json.writeString(value);
        }
    }

    @Override
    public void end() throws IOException {
        if (array) {
            json.writeEndArray();
        }
        json.writeRaw('\n');
        json.flush();
        json.close();
    }
}
