package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.AccessModel;
import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Rules;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.CatalogReader;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import dev.partywall.tenancy.TenancyDetector;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Two tables in two schemas, one of them with odd names, that get the same policies; and a sound one beside them. */
final class PolicyWorld {
    static final String OWN = "\"tenant Id\" = NULLIF(current_setting('app.tenant', true), '')";
    static final String SOUND = "CREATE POLICY own ON {t} USING (" + OWN + ");";
    private static final List<String> TABLES = List.of("app.plain", "\"Odd schema\".\"Order \"\"x\"\"\"");
    private static final Pattern POLICY_WORDS =
            Pattern.compile("(policy-|context-wrong|context-missing|fail-open|truncated|null-tenant).*");

    private static final String BASE = """
            DO $$ BEGIN
              CREATE ROLE policyworld_app LOGIN; CREATE ROLE policyworld_report;
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            CREATE SCHEMA app; CREATE SCHEMA "Odd schema";
            CREATE TABLE app.tenants (id text PRIMARY KEY, name text);
            CREATE FUNCTION app.tenant() RETURNS text STABLE LANGUAGE sql
              AS $$ SELECT NULLIF(current_setting('app.tenant', true), '') $$;
            GRANT USAGE ON SCHEMA app, "Odd schema" TO policyworld_app;
            """;
    private static final String TABLE = """
            CREATE TABLE {t} (id int PRIMARY KEY, "tenant Id" text NOT NULL, creator text, status text NOT NULL DEFAULT 'new');
            CREATE INDEX ON {t} ("tenant Id");
            INSERT INTO {t} VALUES (1, 'a', 'a', 'new'), (2, 'b', 'a', 'new'), (3, 'b', 'b', 'public');
            ALTER TABLE {t} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {t} FORCE ROW LEVEL SECURITY;
            GRANT SELECT, INSERT, UPDATE, DELETE ON {t} TO policyworld_app;
            """;

    private final TestDatabase database;
    private final TenancyDeclaration tenancy;

    private PolicyWorld(TestDatabase database, TenancyDeclaration tenancy) {
        this.database = database;
        this.tenancy = tenancy;
    }

    /** Both tables with these statements; {@code {t}} stands for the table. */
    static PolicyWorld with(String statements) {
        return with(statements, null, null);
    }

    static PolicyWorld with(
            String statements,
            @Nullable UnsetMeans unset,
            @Nullable NullTenantMeans nullTenant,
            String... systemTenants) {
        StringBuilder script = new StringBuilder(BASE).append((TABLE + SOUND).replace("{t}", "app.sound"));
        TABLES.forEach(table -> script.append((TABLE + statements).replace("{t}", table)));
        TenancyDeclaration tenancy = new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenant Id",
                Map.of(),
                new Registry("app.tenants", "id", null, null),
                List.of(),
                Set.of(),
                unset,
                nullTenant,
                Set.of(systemTenants),
                null);
        return new PolicyWorld(TestServer.database(script.toString()), tenancy);
    }

    List<Finding> findings(Rule rule) {
        return rule.check(inspection());
    }

    /** What the rules about policies say at this severity or above. */
    List<Finding> findings(Severity least) {
        Inspection inspection = inspection();
        return Rules.all().stream()
                .filter(rule -> POLICY_WORDS.matcher(rule.id()).matches())
                .flatMap(rule -> rule.check(inspection).stream())
                .filter(finding -> finding.severity().atLeast(least))
                .toList();
    }

    private Inspection inspection() {
        try (Link link = Link.open(database.profile("policyworld_app", "postgres", tenancy))) {
            return link.read(SessionContext.nobody(), "read the catalogue", session -> {
                CatalogSnapshot snapshot = CatalogReader.read(session);
                return new Inspection(
                        snapshot,
                        TenancyDetector.detect(snapshot, tenancy),
                        new AccessModel(snapshot),
                        session.attestation(),
                        null);
            });
        }
    }

    /** The ids that tenant a sees in the table with odd names. */
    List<String> seenByA() {
        try (Link link = Link.open(database.profile("policyworld_app", "postgres", tenancy))) {
            return link.read(
                    SessionContext.app(Map.of("app.tenant", "a")),
                    "look as a",
                    session -> session.list(
                            Sql.of("SELECT id FROM " + TABLES.getLast() + " ORDER BY id"), row -> row.get(1)));
        }
    }

    void execute(String sql) {
        database.execute(sql);
    }

    /** The rule tells of both tables, by policy; its own SQL silences it, and every rule at medium and above. */
    static void toldAndClosed(Rule rule, String broken) {
        PolicyWorld world = with(broken);
        List<Finding> findings = world.findings(rule);
        assertThat(findings).hasSize(2).allMatch(finding -> finding.id().equals(rule.id()));
        assertThat(findings)
                .extracting(Finding::object)
                .extracting(ObjectRef::schema)
                .containsExactly("Odd schema", "app");
        findings.forEach(finding -> world.execute(finding.fix()));
        assertThat(world.findings(rule)).isEmpty();
        assertThat(world.findings(Severity.MEDIUM)).isEmpty();
        assertThat(world.seenByA()).containsExactly("1");
    }

    /** Neither the rule nor any other at medium or above has anything to say. */
    static void silent(Rule rule, String sound) {
        PolicyWorld world = with(sound);
        assertThat(world.findings(rule)).isEmpty();
        assertThat(world.findings(Severity.MEDIUM)).isEmpty();
    }

    /** The rule keeps still, whatever others say. */
    static void notItsBusiness(Rule rule, String statements) {
        assertThat(with(statements).findings(rule)).isEmpty();
    }
}
