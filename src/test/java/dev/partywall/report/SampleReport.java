package dev.partywall.report;

import dev.partywall.access.AccessModel;
import dev.partywall.access.Inspection;
import dev.partywall.advisor.Acceptance;
import dev.partywall.advisor.Baseline;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Role;
import dev.partywall.catalog.ServerVersion;
import dev.partywall.connect.Attestation;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeContext;
import dev.partywall.probe.Verdict;
import dev.partywall.profile.TenancyDeclaration.ForeignWrites;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import dev.partywall.tenancy.Tenancy;
import dev.partywall.tenancy.TenantRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports with awkward names and texts in every place, for the tests of the formats. */
final class SampleReport {
    static final String AWKWARD = "a \"b\" <c> & 'd' \u0001 % : , \n 🐘";

    static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    private SampleReport() {}

    static Report of(List<Finding> findings, List<Verdict> verdicts, List<String> problems) {
        Instant start = Instant.parse("2026-01-02T03:04:05Z");
        return new Report(
                start,
                start.plusSeconds(1),
                new Report.Place("db.example", 5432, AWKWARD),
                inspection(),
                EnumSet.allOf(Verification.Part.class),
                findings,
                Exceptions.NONE,
                verdicts,
                problems);
    }

    static Finding finding(Severity severity) {
        return new Finding(
                "policy-or-open",
                severity,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(new RelationName("Odd schema", AWKWARD), ObjectRef.Kind.POLICY, AWKWARD),
                "title " + AWKWARD,
                "detail " + AWKWARD,
                "evidence " + AWKWARD,
                "DROP POLICY x ON y;");
    }

    static Finding acceptedFinding() {
        return new Finding(
                "policy-always-true",
                Severity.CRITICAL,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(new RelationName("public", "log"), ObjectRef.Kind.POLICY, AWKWARD),
                "title",
                "detail",
                "evidence",
                "fix");
    }

    /** Suppresses {@link #acceptedFinding}; what would suppress the other finding is expired, and one more is stale. */
    static Baseline accepting(String reason) {
        Finding gone = finding(Severity.HIGH).about("something that was mended");
        return Baseline.NONE
                .with(Acceptance.of(acceptedFinding(), reason, "ann", TODAY))
                .with(Acceptance.of(finding(Severity.HIGH), "for now", "bob", TODAY.minusDays(1)))
                .with(Acceptance.of(gone, "for now", "bob", TODAY));
    }

    static Verdict verdict(Outcome outcome) {
        return new Verdict(
                "foreign-read",
                "SELECT",
                new ObjectRef(ObjectRef.Kind.TABLE, "public", null, AWKWARD),
                new ProbeContext(ProbeContext.Kind.TENANT, "acme"),
                "globex",
                outcome,
                outcome == Outcome.LEAKED ? 3 : 0,
                null,
                "evidence " + AWKWARD,
                "BEGIN;\nROLLBACK;");
    }

    private static Inspection inspection() {
        CatalogSnapshot snapshot = new CatalogSnapshot(
                new ServerVersion(180006, "18.6"),
                AWKWARD,
                "owner",
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(role("shop_app", false), role("dba", true)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Inspection(snapshot, tenancy(), new AccessModel(snapshot), who("shop_app", false), who("dba", true));
    }

    private static Role role(String name, boolean bypassRls) {
        return new Role(name, false, bypassRls, false, false, true, true, false);
    }

    private static Tenancy tenancy() {
        return new Tenancy(
                Map.of("app.current_tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                "tenantId",
                "uuid",
                new TenantRegistry(new RelationName("public", "Tenant"), "id", null, null),
                List.of(),
                Set.of(),
                UnsetMeans.NOTHING,
                NullTenantMeans.NOBODY,
                Set.of(),
                ForeignWrites.REJECTED,
                List.of());
    }

    private static Attestation who(String user, boolean bypassRls) {
        return new Attestation(user, user, false, bypassRls, Map.of(), null, true, 1);
    }
}
