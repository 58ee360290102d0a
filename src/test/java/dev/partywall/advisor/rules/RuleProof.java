package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Advisor;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.connect.Link;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/**
 * How a rule is held to its word, on a real database that is sound to begin with: broken by one statement it is found,
 * its own fix closes it and opens nothing else, the app still works, and what looks alike but is sound stays quiet.
 */
abstract class RuleProof {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String SOUND = script();

    private final Rule rule;
    private final String prefix = "rp" + ProcessHandle.current().pid() + "x" + COUNTER.incrementAndGet() + "_";
    private final TestDatabase database = TestServer.database("");

    RuleProof(Rule rule) {
        this.rule = rule;
        run(SOUND);
    }

    /** Roles outlive databases: what a test made of them must not stay. */
    @AfterEach
    void dropRoles() {
        for (String role : List.of("owner", "app", "bypass", "report")) {
            run("DROP OWNED BY ${p}" + role + " CASCADE; DROP ROLE ${p}" + role);
        }
    }

    /** Broken, found on these objects only, fixed by its own SQL; the rest of the advice stays as it was. */
    final void proves(String breaking, Severity severity, String... objects) {
        run(breaking);
        Advice broken = advise();
        List<Finding> found = own(broken);
        assertThat(found).extracting(RuleProof::name).containsExactlyInAnyOrder(objects);
        assertThat(found).extracting(Finding::severity).containsOnly(severity);
        found.forEach(finding -> run(finding.fix()));
        Advice fixed = advise();
        assertThat(own(fixed)).as("after %s", found.getFirst().fix()).isEmpty();
        assertThat(words(fixed)).as("opened by the fix").isSubsetOf(words(broken));
        assertThatCode(this::work).doesNotThrowAnyException();
    }

    /** The same where no SQL can fix it. */
    final void finds(String breaking, Severity severity, String... objects) {
        run(breaking);
        List<Finding> found = own(advise());
        assertThat(found).extracting(RuleProof::name).containsExactlyInAnyOrder(objects);
        assertThat(found).extracting(Finding::severity).containsOnly(severity);
        assertThat(found).extracting(Finding::fix).noneMatch(String::isBlank);
    }

    /** Sound, although it looks alike. Information is not an accusation. */
    final void staysQuiet(String nearMiss) {
        run(nearMiss);
        assertThat(own(advise()))
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
    }

    /** The statements of an ordinary request, as the app role for tenant 1. */
    private void work() {
        run("""
            SET ROLE ${p}app;
            SELECT set_config('app.tenant', '1', false);
            INSERT INTO shop.customer (email) VALUES ('new@x.test');
            INSERT INTO shop."order" (customer_id) SELECT id FROM shop.customer;
            INSERT INTO shop.order_line SELECT id, 1, 'a' FROM shop."order";
            INSERT INTO shop.event (happened) VALUES ('2025-06-01');
            INSERT INTO "Back Office"."Ticket ""№"" 🎫" ("Größe") VALUES ('XL');
            UPDATE shop."order" SET note = 'seen' WHERE note = 'n';
            DELETE FROM shop.order_line WHERE line = 1;
            DO $$ BEGIN
              ASSERT (SELECT count(*) FROM shop.customer) >= 2, 'own customers';
              ASSERT (SELECT count(*) FROM shop.country) = 0, 'the shared table';
              ASSERT NOT EXISTS (SELECT FROM shop.customer WHERE tenant_id = 2), 'foreign customers';
            END $$;
            RESET ROLE;
            RESET app.tenant""");
    }

    final String databaseName() {
        return database.name();
    }

    private void run(String sql) {
        database.execute(sql.replace("${p}", prefix).replace("${db}", database.name()));
    }

    private Advice advise() {
        try (Link link = Link.open(database.profile(prefix + "app", prefix + "bypass", tenancy()))) {
            Inspection inspection = Inspector.inspect(link);
            Advice advice = new Advisor().advise(inspection);
            assertThat(advice.failures()).isEmpty();
            return advice;
        }
    }

    /** What the profile says; a test may say more. */
    TenancyDeclaration tenancy() {
        return new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenant_id",
                Map.of(),
                new Registry("shop.tenants", "id", "name", null),
                List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
    }

    private List<Finding> own(Advice advice) {
        return advice.findings().stream()
                .filter(finding -> finding.id().equals(rule.id()))
                .toList();
    }

    private List<String> words(Advice advice) {
        return advice.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                // Looking a parent up costs time, which is said; it is no hole.
                .filter(finding -> !finding.id().startsWith("policy-perf-"))
                .map(finding -> finding.id() + " " + name(finding))
                .toList();
    }

    private static String name(Finding finding) {
        ObjectRef object = finding.object();
        String place = object.schema() == null ? "" : object.schema() + ".";
        String table = object.table() == null ? "" : object.table() + "/";
        return object.kind().word() + " " + place + table + object.name().replaceFirst("^rp\\d+x\\d+_", "");
    }

    private static String script() {
        try (InputStream in = RuleProof.class.getResourceAsStream("sound.sql")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
