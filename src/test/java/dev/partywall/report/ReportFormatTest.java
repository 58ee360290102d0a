package dev.partywall.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.advisor.Family;
import dev.partywall.advisor.Severity;
import dev.partywall.probe.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportFormatTest {
    private static final Report REPORT = SampleReport.of(
                    List.of(
                            SampleReport.finding(Severity.HIGH),
                            SampleReport.finding(Severity.LOW),
                            SampleReport.acceptedFinding()),
                    List.of(
                            SampleReport.verdict(Outcome.LEAKED),
                            SampleReport.verdict(Outcome.ISOLATED),
                            SampleReport.verdict(Outcome.FAILED),
                            SampleReport.verdict(Outcome.VACUOUS)),
                    List.of("the rule x broke: " + SampleReport.AWKWARD))
            .judged(SampleReport.accepting("suppressed because " + SampleReport.AWKWARD), SampleReport.TODAY);

    @Test
    void jsonKeepsTheFieldsOfTheContract() throws IOException {
        JsonNode json = new ObjectMapper().readTree(written(ReportFormat.JSON));

        assertThat(json.at("/schema").asText()).isEqualTo("partywall.report/1");
        assertThat(json.at("/tool/name").asText()).isEqualTo("partywall");
        assertThat(json.at("/tool/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(json.at("/database/name").asText()).isEqualTo(SampleReport.AWKWARD);
        assertThat(json.at("/identity/app/currentUser").asText()).isEqualTo("shop_app");
        assertThat(json.at("/identity/bypass/bypassRls").asBoolean()).isTrue();
        assertThat(json.at("/tenancy/setting").asText()).isEqualTo("app.current_tenant");
        assertThat(json.at("/tenancy/registry").asText()).isEqualTo("public.\"Tenant\"");
        assertThat(json.at("/tenancy/unsetMeans").asText()).isEqualTo("nothing");
        assertThat(json.at("/findings/0/object/kind").asText()).isEqualTo("policy");
        assertThat(json.at("/findings/0/object/table").asText()).isEqualTo(SampleReport.AWKWARD);
        assertThat(json.at("/findings/0/direction").asText()).isEqualTo("fail-open");
        assertThat(json.at("/findings/0/fingerprint").asText()).hasSize(16);
        assertThat(json.at("/verdicts/0/verdict").asText()).isEqualTo("leaked");
        assertThat(json.at("/verdicts/0/context/kind").asText()).isEqualTo("tenant");
        assertThat(json.at("/verdicts/0/object/table").isNull()).isTrue();
        assertThat(json.at("/summary/findings/high").asInt()).isEqualTo(1);
        assertThat(json.at("/summary/verdicts/not-run").asInt()).isZero();
        assertThat(json.at("/accepted/0/id").asText()).isEqualTo("policy-always-true");
        assertThat(json.at("/accepted/0/by/kind").asText()).isEqualTo("suppression");
        assertThat(json.at("/expired/0/id").asText()).isEqualTo("policy-or-open");
        assertThat(json.at("/stale")).hasSize(1);
        assertThat(json.at("/summary/accepted").asInt()).isEqualTo(1);
        assertThat(json.at("/parts")).hasSize(2);
        assertThat(json.at("/summary/exit").asInt()).isEqualTo(1);
    }

    @Test
    void junitIsWellFormedAndCountsFailuresErrorsAndSkips() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written(ReportFormat.JUNIT))));

        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(8);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    }

    @Test
    void htmlIsOneWellFormedPageThatNeedsNothingElse() throws Exception {
        Document page = page(REPORT);

        assertThat(texts(page, "h2"))
                .anyMatch(title -> title.startsWith("What was examined"))
                .anyMatch(title -> title.startsWith("Findings"))
                .anyMatch(title -> title.startsWith("What one tenant could do"))
                .anyMatch(title -> title.startsWith("All attempts"))
                .anyMatch(title -> title.startsWith("Accepted, not counted"))
                .anyMatch(title -> title.startsWith("How to read this"));
        for (String loaded : List.of("script", "link", "img", "iframe")) {
            assertThat(page.getElementsByTagName(loaded).getLength()).isZero();
        }
    }

    @Test
    void htmlSaysWhatIsClearOnlyWhereEverythingWasAsked() throws Exception {
        Report fine = SampleReport.of(List.of(), List.of(), List.of());
        assertThat(texts(page(fine), "li")).contains(Family.POLICIES.clear(), Family.DATA.clear());
        Report broken = SampleReport.of(List.of(), List.of(), List.of("a rule broke"));
        assertThat(texts(page(broken), "li")).doesNotContain(Family.POLICIES.clear());
        assertThat(texts(page(REPORT), "li")).doesNotContain(Family.POLICIES.clear());
    }

    private static Document page(Report report) throws Exception {
        StringWriter out = new StringWriter();
        ReportFormat.HTML.writer().write(report, Severity.HIGH, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())));
    }

    private static List<String> texts(Document page, String element) {
        NodeList found = page.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void whatIsAcceptedIsCountedAndListedInEveryFormat(ReportFormat format) throws IOException {
        String text = written(format);
        assertThat(text)
                .contains("policy-always-true")
                .contains("suppressed because a ")
                .contains("ann");
        assertThat(text).containsIgnoringCase("expired").containsIgnoringCase("stale");
    }

    @Test
    void htmlEscapesWhateverTheDatabaseSays() throws IOException {
        String html = written(ReportFormat.HTML);

        assertThat(html).doesNotContain("<c>").contains("&lt;c&gt;").contains("One tenant reaches another's data.");
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void sarifCarriesFindingsAndLeaksWithStableFingerprints() throws IOException {
        JsonNode run = new ObjectMapper().readTree(written(ReportFormat.SARIF)).at("/runs/0");

        assertThat(run.at("/results")).hasSize(4);
        assertThat(run.at("/results/2/suppressions/0/kind").asText()).isEqualTo("external");
        assertThat(run.at("/results/2/suppressions/0/status").asText()).isEqualTo("accepted");
        assertThat(run.at("/results/2/suppressions/0/justification").asText()).contains("by ann until");
        for (JsonNode result : run.at("/results")) {
            assertThat(run.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt() + "/id"))
                    .isEqualTo(result.at("/ruleId"));
        }
        assertThat(run.at("/results/0/partialFingerprints/partywall~11").asText())
                .isEqualTo(REPORT.findings().getFirst().fingerprint());
        assertThat(run.at("/results/1/level").asText()).isEqualTo("note");
        assertThat(run.at("/tool/driver/rules")).hasSize(3);
    }

    @Test
    void githubAnnotationsStayOnOneLineEach() throws IOException {
        List<String> lines = written(ReportFormat.GITHUB).lines().toList();

        assertThat(lines).hasSize(8);
        assertThat(lines.getFirst()).startsWith("::error title=leaked%3A SELECT on ");
        assertThat(lines.get(2)).startsWith("::notice ");
        assertThat(lines.getLast()).contains("1 high, 1 low").contains("1 leaked");
    }

    @Test
    void textTellsTheWorstAndTheOutcome() throws IOException {
        assertThat(written(ReportFormat.TEXT))
                .contains("HIGH      policy-or-open")
                .contains("LEAKED    SELECT on ")
                .contains("as acme against globex")
                .contains("COULD NOT RUN  the rule x broke")
                .contains("(exit 1)");
    }

    private static String written(ReportFormat format) throws IOException {
        StringWriter out = new StringWriter();
        format.writer().write(REPORT, Severity.HIGH, out);
        return out.toString();
    }
}
