package dev.partywall.backfill;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A time as ISO 8601 text. */
final class InstantText extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return Instant.parse(parser.getValueAsString(""));
        } catch (DateTimeParseException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, e.getParsedString(), "not a time");
        }
    }
}
