package dev.partywall.report;

import dev.partywall.advisor.Severity;
import dev.partywall.failure.Failure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The runs of the probe against one database: a folder of packed {@code partywall.report/1} files, the newest {@value
 * #KEPT}. They hold what a report holds, so nothing secret and no row.
 */
public final class History {
    private static final int KEPT = 30;
    private static final String ENDING = ".json.gz";

    private final Path folder;

    public History(Path folder) {
        this.folder = folder;
    }

    /** Keeps a run, whole or not at all, and forgets the oldest. */
    public void keep(Report report) {
        Path target = folder.resolve(report.startedAt().toString().replace(':', '-') + ENDING);
        Path aside = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            try (Writer out = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(aside)), StandardCharsets.UTF_8))) {
                ReportFormat.JSON.writer().write(report, Severity.HIGH, out);
            }
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            for (Path old : files().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The run could not be kept in " + folder + ".", "Make the folder writable.", null, e);
        }
    }

    /** When the kept runs began, newest first. */
    public List<Instant> times() {
        return files().stream().map(History::time).toList();
    }

    /** @throws Failure when there is no such run, or it cannot be read */
    public PastRun read(Instant startedAt) {
        return PastRun.read(folder.resolve(startedAt.toString().replace(':', '-') + ENDING));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*Z\\.json\\.gz"))
                    .sorted(Comparator.comparing(History::time).reversed())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw Failure.incomplete("The folder " + folder + " cannot be read.", "Check its permissions.", null, e);
        }
    }

    /** {@code 2026-11-25T16-45-17.123Z.json.gz}: colons are not for file names everywhere. */
    private static Instant time(Path file) {
        String name = file.getFileName().toString();
        int clock = name.indexOf('T');
        return Instant.parse(name.substring(0, clock)
                + name.substring(clock, name.length() - ENDING.length()).replace('-', ':'));
    }
}
