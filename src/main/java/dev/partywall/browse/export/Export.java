package dev.partywall.browse.export;

import dev.partywall.browse.Browser;
import dev.partywall.browse.From;
import dev.partywall.browse.PageRequest;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.failure.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes every row a lens sees to a file, in constant memory. The file appears when it is complete; an export that fails or
 * is cancelled leaves nothing, and does not touch a file that was there before.
 */
public final class Export {
    private static final int BUFFER = 1 << 16;

    private final Browser browser;
    private final Lens lens;
    private final PageRequest request;
    private final ExportFormat format;
    private final Instant at = Instant.now();

    private Export(Browser browser, Lens lens, PageRequest request, ExportFormat format) {
        this.browser = browser;
        this.lens = lens;
        this.request = request.limitedTo(0);
        this.format = format;
    }

    /**
     * @param request whose rows from where it begins; its limit does not count
     * @param progress is told the rows written so far, now and then
     * @throws Failure when the rows cannot be read or the file cannot be written
     */
    public static Exported to(
            Path file, ExportFormat format, Browser browser, Lens lens, PageRequest request, LongConsumer progress) {
        PageRequest downwards = request.from().upwards() ? request.from(new From.First()) : request;
        try {
            return new Export(browser, lens, downwards, format).write(file.toAbsolutePath(), progress);
        } catch (IOException | UncheckedIOException e) {
            throw Failure.incomplete(
                    "The rows could not be written to " + file + ": " + e.getMessage() + ".",
                    "Choose a folder that may be written to and has room.",
                    null,
                    e);
        }
    }

    private Exported write(Path file, LongConsumer progress) throws IOException {
        try (Parts parts = Parts.beside(file)) {
            Path part = parts.make();
            ExportWriter writer;
            Attestation attestation;
            About about;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                writer = ExportWriter.of(format, out, progress);
                attestation = browser.stream(lens, request, writer);
                about = new About(request, lens, attestation, at, writer.rows(), writer.changes());
                writer.finish(about);
            }
            Path beside = about(parts, file, about);
            parts.move(part, file);
            parts.keep();
            return new Exported(file, beside, writer.rows(), writer.changed(), attestation, at);
        }
    }

    private @Nullable Path about(Parts parts, Path file, About about) throws IOException {
        if (format == ExportFormat.XLSX) {
            return null;
        }
        Path part = parts.make();
        Files.writeString(part, about.json());
        return parts.move(part, file.resolveSibling(file.getFileName() + ".about.json"));
    }
}
