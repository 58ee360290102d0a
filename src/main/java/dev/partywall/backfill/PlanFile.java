package dev.partywall.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Plans as JSON, {@code partywall.backfill/1}. */
public final class PlanFile {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantText()))
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private PlanFile() {}

    /** The plan as text for people, too. */
    public static String write(Plan plan) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is always JSON", e);
        }
    }

    /** @throws Failure when the file is not there, or not a plan of this version */
    public static Plan read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw notAPlan(file, e.getOriginalMessage());
        } catch (IOException e) {
            throw Failure.usage("The plan " + file + " cannot be read: " + e + ".", "Check the name of the file.");
        }
    }

    static Plan parse(String text) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(text);
        String schema = tree.path("schema").asText();
        if (!schema.equals(Plan.SCHEMA)) {
            throw new com.fasterxml.jackson.databind.JsonMappingException(
                    null, "its schema is '" + schema + "', not '" + Plan.SCHEMA + "'");
        }
        return JSON.treeToValue(tree, Plan.class);
    }

    private static Failure notAPlan(Path file, String why) {
        return Failure.usage(
                "The file " + file + " is not a plan this version can read: " + why + ".",
                "Make a new one with partywall backfill TABLE --assign ... --plan FILE.");
    }
}
