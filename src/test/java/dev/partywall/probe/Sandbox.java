package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database of three tenants, acme, globex and initech, whose tables each test makes sound or broken. */
public final class Sandbox {
    /** The tenant of the session, as most policies say it. */
    public static final String ME = "NULLIF(current_setting('app.tenant', true), '')";

    /** The whole condition of a sound policy. */
    public static final String MINE = "tenant_id = " + ME;

    private static final String ROLES = """
        DO $$
        DECLARE r text;
        BEGIN
          FOREACH r IN ARRAY ARRAY['pb_owner', 'pb_app', 'pb_bypass', 'pb_acme', 'pb_globex', 'pb_initech'] LOOP
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN EXECUTE 'CREATE ROLE ' || r || ' LOGIN'; END IF;
          END LOOP;
        END $$;
        ALTER ROLE pb_bypass BYPASSRLS;
        GRANT ALL ON SCHEMA public TO pb_owner;
        SET ROLE pb_owner;
        """;

    private static final String GRANTS = """

        RESET ROLE;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pb_bypass;
        """;

    /** A table of notes with row security, without a policy yet, readable and writable by the app role. */
    public static final String NOTES = """
        CREATE TABLE note (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          tenant_id text,
          body text NOT NULL
        );
        INSERT INTO note (tenant_id, body) VALUES
          ('acme', 'a1'), ('acme', 'a2'), ('globex', 'g1'), ('globex', 'g2'), ('globex', 'g3'), ('initech', 'i1');
        ALTER TABLE note ENABLE ROW LEVEL SECURITY;
        ALTER TABLE note FORCE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT, UPDATE, DELETE ON note TO pb_app;
        """;

    private final TestDatabase database;
    private TenancyDeclaration tenancy = declared("{tenant}", null, null, Set.of(), null);

    private Sandbox(TestDatabase database) {
        this.database = database;
    }

    /** Runs the script as the owner of all tables. */
    public static Sandbox of(String script) {
        return new Sandbox(TestServer.database(ROLES + script + GRANTS));
    }

    /** The notes with these policies. */
    public static Sandbox notes(String policies) {
        return of(NOTES + policies);
    }

    /** A policy on the notes for each command, those given in place of the sound ones. */
    public static String policies(Map<String, String> instead) {
        StringBuilder script = new StringBuilder();
        Map.of(
                        "SELECT", "USING (" + MINE + ")",
                        "INSERT", "WITH CHECK (" + MINE + ")",
                        "UPDATE", "USING (" + MINE + ")",
                        "DELETE", "USING (" + MINE + ")")
                .forEach((command, sound) -> script.append("CREATE POLICY ")
                        .append(command)
                        .append("_one ON note FOR ")
                        .append(command)
                        .append(' ')
                        .append(instead.getOrDefault(command, sound))
                        .append(";\n"));
        return script.toString();
    }

    /** A statement that row security does not bind. */
    public static String unbound(String sql) {
        return "RESET ROLE; " + sql + " SET ROLE pb_owner;";
    }

    public Sandbox with(TenancyDeclaration declaration) {
        tenancy = declaration;
        return this;
    }

    public TestDatabase database() {
        return database;
    }

    public static TenancyDeclaration declared(
            String template,
            @Nullable Registry registry,
            @Nullable UnsetMeans unset,
            Set<String> systemTenants,
            @Nullable NullTenantMeans nobody) {
        return new TenancyDeclaration(
                Map.of("app.tenant", template),
                Map.of(),
                Map.of(),
                "tenant_id",
                Map.of(),
                registry,
                List.of(),
                Set.of(),
                unset,
                nobody,
                systemTenants,
                null);
    }

    public Link open() {
        return Link.open(database.profile("pb_app", "pb_bypass", tenancy));
    }

    public Verdictbook run() {
        return run(ProbePlan.usual());
    }

    public Verdictbook run(ProbePlan plan) {
        try (Link link = open()) {
            return run(link, Inspector.inspect(link), plan);
        }
    }

    public static Verdictbook run(Link link, Inspection inspection, ProbePlan plan) {
        return new Verdictbook(Probes.run(link, inspection, plan, new Cancellation(), Progress.silent())
                .verdicts());
    }
}
