package dev.partywall.bench;

import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sample medusa-store with its rows dealt out to ten tenants. */
final class MedusaOfTen {
    static final List<String> TENANTS = IntStream.range(0, 10)
            .mapToObj("a3f7c8e2-9b4d-4a6f-8c3e-7d2f1b5a9c%02d"::formatted)
            .toList();

    static final TenancyDeclaration TENANCY = new TenancyDeclaration(
            Map.of("app.current_tenant", "{tenant}"),
            Map.of(),
            Map.of(),
            "tenant_id",
            Map.of(),
            new Registry("public.store", "tenant_id", "name", null),
            List.of("public"),
            Set.of(),
            UnsetMeans.EVERYTHING,
            null,
            Set.of(),
            null);

    private MedusaOfTen() {}

    static String script() throws IOException {
        Path sample = Path.of("sample-data/medusa-store");
        String tenants = TENANTS.stream().collect(Collectors.joining("','", "ARRAY['", "']::uuid[]"));
        return Files.readString(sample.resolve("schema.sql")) + ";" + Files.readString(sample.resolve("data.sql"))
                + """
            ;
            SET session_replication_role = replica;
            DO $$
            DECLARE t regclass;
            BEGIN
              FOR t IN SELECT attrelid::regclass FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
                       WHERE attname = 'tenant_id' AND relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
                BEGIN
                  EXECUTE format('WITH dealt AS (SELECT ctid, row_number() OVER () AS n FROM %s)'
                    ' UPDATE %s t SET tenant_id = (@TENANTS@)[1 + d.n % 10] FROM dealt d WHERE d.ctid = t.ctid AND t.tenant_id IS NOT NULL', t, t);
                EXCEPTION WHEN unique_violation THEN NULL;
                END;
              END LOOP;
            END $$;
            RESET session_replication_role;
            ANALYZE;
            """.replace("% 10", "%% 10").replace("@TENANTS@", tenants.replace("'", "''"));
    }

    /** Per table and tenant: sees none of the others' rows, cannot insert for one, updates and deletes none of theirs. */
    static String pgTap(List<String> tables) {
        StringBuilder script = new StringBuilder("BEGIN;\nSELECT plan(" + 4 * tables.size() * TENANTS.size() + ");\n");
        for (String tenant : TENANTS) {
            String other = TENANTS.getFirst().equals(tenant) ? TENANTS.getLast() : TENANTS.getFirst();
            script.append("SELECT set_config('app.current_tenant', '" + tenant + "', true);\n");
            for (String table : tables) {
                script.append("SELECT is_empty($$SELECT 1 FROM " + table + " WHERE tenant_id <> '" + tenant + "'$$);\n")
                        .append("SELECT throws_ok($$INSERT INTO " + table + " (tenant_id) VALUES ('" + other
                                + "')$$);\n")
                        .append("SELECT is_empty($$UPDATE " + table + " SET tenant_id = '" + tenant
                                + "' WHERE tenant_id = '" + other + "' RETURNING 1$$);\n")
                        .append("SELECT is_empty($$DELETE FROM " + table + " WHERE tenant_id = '" + other
                                + "' RETURNING 1$$);\n");
            }
        }
        return script.append("SELECT * FROM finish();\nROLLBACK;\n").toString();
    }
}
