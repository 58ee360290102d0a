package dev.partywall.report;

/** The formats of the command-line contract. */
public enum ReportFormat {
    TEXT(new TextReport()),
    JSON(new JsonReport()),
    HTML(new HtmlReport()),
    JUNIT(new JunitReport()),
    SARIF(new SarifReport()),
    GITHUB(new GithubReport());

    private final ReportWriter writer;

    ReportFormat(ReportWriter writer) {
        this.writer = writer;
    }

    public ReportWriter writer() {
        return writer;
    }
}
