package dev.partywall.cli;

import dev.partywall.failure.Failure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's result goes: standard output, or a file that appears whole or not at all. Always UTF-8.
 *
 * @param file null for standard output
 */
record Output(@Nullable Path file) {
    /** Something that can be written. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** @throws Failure when the file cannot be written */
    void write(Content content) {
        if (file == null) {
            writeToStandardOutput(content);
        } else {
            writeToFile(content, file.toAbsolutePath());
        }
    }

    private static void writeToStandardOutput(Content content) {
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        try {
            content.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeToFile(Content content, Path target) {
        try {
            Path temporary = Files.createTempFile(target.getParent(), ".partywall", ".tmp");
            try {
                try (Writer out = Files.newBufferedWriter(temporary)) {
                    content.writeTo(out);
                }
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw Failure.incomplete(
                    "Cannot write " + target + ": " + e.getMessage() + ".",
                    "Give --output a file in a folder that exists and can be written to.",
                    null,
                    e);
        }
    }
}
