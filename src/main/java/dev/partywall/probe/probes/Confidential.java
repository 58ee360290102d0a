package dev.partywall.probe.probes;

import dev.partywall.probe.Trial;
import java.util.regex.Pattern;

/** Whether a list of tenants shows more than names. */
final class Confidential {
    private static final Pattern NAMES = Pattern.compile(
            "e_?mail|phone|fax|secret|token|password|passwd|pwd|api_?key|private|iban|billing|bank|card|stripe|tax|vat"
                    + "|address|street|contact|credential|webhook|license|licence|contract|price|revenue|birth|ssn",
            Pattern.CASE_INSENSITIVE);

    private Confidential() {}

    /** By the names of the columns the session may read. */
    static boolean in(Trial trial) {
        return trial.rights().select().stream()
                .anyMatch(column -> NAMES.matcher(column).find());
    }
}
