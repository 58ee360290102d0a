package dev.partywall.report;

import dev.partywall.advisor.Severity;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The formats of the command-line contract. */
public enum ReportFormat {
    TEXT(".txt", new TextReport()),
    JSON(".json", new JsonReport()),
    HTML(".html", new HtmlReport()),
    JUNIT(".xml", new JunitReport()),
    SARIF(".sarif", new SarifReport()),
    GITHUB(".github.txt", new GithubReport());

    private final String ending;
    private final ReportWriter writer;

    ReportFormat(String ending, ReportWriter writer) {
        this.ending = ending;
        this.writer = writer;
    }

    /** As a file of this format ends. */
    public String ending() {
        return ending;
    }

    /** Writes a file that is whole or not there; an older one is replaced. */
    public void write(Report report, Severity failOn, Path file) {
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(aside)) {
                writer.write(report, failOn, out);
            }
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.incomplete(
                    "The report could not be written to " + file + ".", "Choose a folder you may write to.", null, e);
        }
    }

    public ReportWriter writer() {
        return writer;
    }
}
