package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks the server who took part in a run. */
final class Proofs {
    private static final String ASKED = SqlText.of("active");

    private Proofs() {}

    /** At the end of a run; where the server is lost by then, what it said at the beginning stands. */
    static Proof of(Instant start, Inspection inspection, Stage stage) {
        SessionContext app = stage.tenants().stream()
                .findFirst()
                .map(tenant -> stage.casting().tenant(tenant, true).session())
                .orElse(SessionContext.app(Map.of()));
        try {
            return stage.link().read(app, "probe: who we are", session -> asked(start, inspection, stage, session));
        } catch (Failure lost) {
            return proof(start, inspection, stage, inspection.app(), "unknown: " + lost.getMessage(), Map.of());
        }
    }

    private static Proof asked(Instant start, Inspection inspection, Stage stage, Session session) {
        Map<Long, RelationName> names = new HashMap<>();
        for (Relation relation : inspection.snapshot().relations()) {
            if (relation.isTable() && stage.plan().includes(relation.name())) {
                names.put(relation.oid(), relation.name());
            }
        }
        Map<RelationName, Boolean> active = new HashMap<>();
        String oids = names.keySet().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        session.forEach(Sql.of(ASKED, oids), 1000, row -> {
            RelationName name = names.get(row.number(1));
            if (name != null) {
                active.put(name, row.flag(2));
            }
        });
        String setting = session.value(Sql.of("SELECT current_setting('row_security')"));
        return proof(start, inspection, stage, session.attestation(), setting, active);
    }

    private static Proof proof(
            Instant start,
            Inspection inspection,
            Stage stage,
            Attestation app,
            String setting,
            Map<RelationName, Boolean> active) {
        return new Proof(
                start,
                Instant.now(),
                "PostgreSQL " + inspection.snapshot().server().text(),
                stage.ledger().snapshots(),
                app,
                inspection.bypass(),
                List.copyOf(new TreeSet<>(inspection.access().canBecome(inspection.appRole()))),
                setting,
                active);
    }
}
