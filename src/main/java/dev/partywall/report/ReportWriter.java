package dev.partywall.report;

import dev.partywall.advisor.Severity;
import java.io.IOException;
import java.io.Writer;

/** One format of a report. Writers neither close nor flush what they are given. */
@FunctionalInterface
public interface ReportWriter {
    /**
     * @param failOn the threshold that decides the exit code named in the report
     */
    void write(Report report, Severity failOn, Writer out) throws IOException;
}
