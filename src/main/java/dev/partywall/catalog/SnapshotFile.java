package dev.partywall.catalog;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as a JSON file, {@code partywall.snapshot/1}: to be opened without a server, and compared. Fields that a
 * newer Partywall added are passed over. Holds what the catalogue holds: names, expressions and function bodies, no rows
 * and no passwords.
 */
public final class SnapshotFile {
    /** The schema comes first. */
    private static final int HEAD = 200;

    private static final String SCHEMA = "partywall.snapshot/1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantText()))
            .build();

    /** What is in the file. */
    private record Content(
            @Nullable String schema,
            @Nullable String appRole,
            @Nullable CatalogSnapshot snapshot) {}

    /**
     * A snapshot as it was saved.
     *
     * @param appRole whose isolation was judged then; null when the file does not say
     */
    public record Saved(CatalogSnapshot snapshot, @Nullable String appRole) {}

    private SnapshotFile() {}

    /**
     * Writes the whole file or nothing.
     *
     * @throws Failure when it cannot be written
     */
    public static void write(CatalogSnapshot snapshot, @Nullable String appRole, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path temporary = Files.createTempFile(folder, ".partywall", ".tmp");
            try {
                JSON.writeValue(temporary.toFile(), new Content(SCHEMA, appRole, snapshot));
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The snapshot cannot be written to " + file + ".", "Choose a folder you may write to.", null, e);
        }
    }

    /** @throws Failure when there is no such file, or it is no snapshot this version can read */
    public static Saved read(Path file) {
        Content content = content(file);
        CatalogSnapshot snapshot = content.snapshot();
        if (content.schema() == null || snapshot == null) {
            throw notASnapshot(file);
        }
        if (!content.schema().equals(SCHEMA)) {
            throw Failure.usage(
                    file + " was written as " + content.schema() + ", and this Partywall reads " + SCHEMA + ".",
                    "Take the snapshot again with this version.");
        }
        return new Saved(snapshot, content.appRole());
    }

    /** Whether the file says of itself that it is a snapshot, of whatever version. */
    public static boolean isSnapshot(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8).contains("\"partywall.snapshot/");
        } catch (IOException e) {
            throw Failure.usage("The file " + file + " cannot be read.", "Check that you may read it.");
        }
    }

    private static Content content(Path file) {
        try {
            return JSON.readValue(file.toFile(), Content.class);
        } catch (JacksonException e) {
            throw notASnapshot(file);
        } catch (IOException e) {
            throw Failure.usage("The snapshot " + file + " cannot be read.", "Check the path.");
        }
    }

    private static Failure notASnapshot(Path file) {
        return Failure.usage(file + " is not a snapshot of Partywall.", "Make one with partywall inspect --save FILE.");
    }
}
