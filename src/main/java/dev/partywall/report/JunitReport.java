package dev.partywall.report;

import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, as CI servers read it: each finding and each attempt is a test case. A leak or a finding at the threshold
 * is a failure, what could not run is an error, what proves nothing is skipped.
 */
final class JunitReport implements ReportWriter {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute(
                    "name", XmlText.clean("partywall " + report.place().database()));
            writeFindings(report, failOn, xml);
            writeVerdicts(report, xml);
            writeProblems(report, xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void writeFindings(Report report, Severity failOn, XMLStreamWriter xml) throws XMLStreamException {
        long failures = report.findings().stream()
                .filter(finding -> finding.severity().atLeast(failOn))
                .count();
        int accepted = report.exceptions().accepted().size();
        startSuite(xml, "findings", report.findings().size() + accepted, failures, 0, accepted);
        for (Finding finding : report.findings()) {
            startCase(xml, finding.id(), Phrases.object(finding.object()));
            String text = finding.title() + "\n" + finding.evidence() + "\nFix: " + finding.fix();
            if (finding.severity().atLeast(failOn)) {
                element(xml, "failure", finding.severity().word() + ": " + finding.title(), text);
            } else {
                element(xml, "system-out", null, text);
            }
            xml.writeEndElement();
        }
        for (Exceptions.Accepted each : report.exceptions().accepted()) {
            startCase(xml, each.finding().id(), Phrases.object(each.finding().object()));
            element(
                    xml,
                    "skipped",
                    Phrases.sentence(each.by().words()),
                    each.finding().title());
            xml.writeEndElement();
        }
        String remarks = String.join("\n", Phrases.remarks(report.exceptions()));
        if (!remarks.isEmpty()) {
            element(xml, "system-out", null, remarks);
        }
        xml.writeEndElement();
    }

    private static void writeVerdicts(Report report, XMLStreamWriter xml) throws XMLStreamException {
        startSuite(
                xml,
                "attempts",
                report.verdicts().size(),
                count(report, Outcome.LEAKED),
                count(report, Outcome.FAILED),
                count(report, Outcome.VACUOUS) + count(report, Outcome.NOT_RUN));
        for (Verdict verdict : report.verdicts()) {
            startCase(
                    xml,
                    verdict.probe(),
                    verdict.command() + " on " + Phrases.object(verdict.object()) + " " + Phrases.context(verdict));
            writeOutcome(verdict, xml);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void writeOutcome(Verdict verdict, XMLStreamWriter xml) throws XMLStreamException {
        switch (verdict.outcome()) {
            case LEAKED -> element(xml, "failure", verdict.evidence(), verdict.replay());
            case FAILED -> element(xml, "error", verdict.evidence(), verdict.replay());
            case VACUOUS, NOT_RUN -> element(xml, "skipped", verdict.evidence(), "");
            case ISOLATED, BLOCKED -> element(xml, "system-out", null, verdict.evidence());
        }
    }

    private static void writeProblems(Report report, XMLStreamWriter xml) throws XMLStreamException {
        if (report.problems().isEmpty()) {
            return;
        }
        startSuite(
                xml,
                "could not run",
                report.problems().size(),
                0,
                report.problems().size(),
                0);
        for (String problem : report.problems()) {
            startCase(xml, "partywall", problem);
            element(xml, "error", problem, "");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static long count(Report report, Outcome outcome) {
        return report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .count();
    }

    private static void startSuite(
            XMLStreamWriter xml, String name, long tests, long failures, long errors, long skipped)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Long.toString(errors));
        xml.writeAttribute("skipped", Long.toString(skipped));
    }

    private static void startCase(XMLStreamWriter xml, String className, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", className);
        xml.writeAttribute("name", XmlText.clean(name));
    }

    private static void element(
            XMLStreamWriter xml, String name, @org.jspecify.annotations.Nullable String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        if (message != null) {
            xml.writeAttribute("message", XmlText.clean(message));
        }
        xml.writeCharacters(XmlText.clean(text));
        xml.writeEndElement();
    }
}
