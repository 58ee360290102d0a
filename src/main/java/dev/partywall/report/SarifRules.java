package dev.partywall.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partywall.advisor.Page;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules a SARIF run speaks of, with the page that teaches each; results refer to them by their place. */
final class SarifRules {
    private final List<String> ids;

    private SarifRules(Collection<String> ids) {
        this.ids = new ArrayList<>(ids);
    }

    static SarifRules of(Report report, List<Verdict> leaks) {
        TreeSet<String> ids = new TreeSet<>();
        report.findings().forEach(finding -> ids.add(finding.id()));
        report.exceptions()
                .accepted()
                .forEach(accepted -> ids.add(accepted.finding().id()));
        leaks.forEach(leak -> ids.add(leak.probe()));
        return new SarifRules(ids);
    }

    void describe(ObjectNode driver) {
        driver.put("name", Tool.NAME);
        driver.put("version", Tool.VERSION);
        ArrayNode rules = driver.putArray("rules");
        for (String id : ids) {
            String page = page(id).orElse("# " + id);
            ObjectNode rule = rules.addObject();
            rule.put("id", id);
            rule.putObject("shortDescription").put("text", heading(page));
            rule.putObject("help").put("text", page).put("markdown", page);
        }
    }

    void refer(String id, ObjectNode result) {
        result.put("ruleId", id);
        result.put("ruleIndex", ids.indexOf(id));
    }

    private static Optional<String> page(String id) {
        return Stream.of(Page.of(id).map(Page::markdown), Probes.named(id).map(Probe::page))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String heading(String page) {
        return page.lines().findFirst().orElse("").replaceFirst("^#+\\s*", "");
    }
}
