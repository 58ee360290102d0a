package dev.partywall.access;

import static dev.partywall.access.AccessKind.DENIED;
import static dev.partywall.access.AccessKind.EVERYTHING;
import static dev.partywall.access.AccessKind.NOTHING;
import static dev.partywall.access.AccessKind.ROWS;
import static dev.partywall.access.AccessKind.UNDECIDED;
import static dev.partywall.catalog.Privilege.DELETE;
import static dev.partywall.catalog.Privilege.INSERT;
import static dev.partywall.catalog.Privilege.MAINTAIN;
import static dev.partywall.catalog.Privilege.REFERENCES;
import static dev.partywall.catalog.Privilege.SELECT;
import static dev.partywall.catalog.Privilege.TRIGGER;
import static dev.partywall.catalog.Privilege.TRUNCATE;
import static dev.partywall.catalog.Privilege.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Snapshots;
import dev.partywall.failure.Failure;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What FACTS says of privileges and row security, one fact a test; worlds at random are in {@link WorldsTest}. */
class AccessModelTest {
    private static final String ROLES = """
            CREATE ROLE am_app LOGIN; CREATE ROLE am_owner; CREATE ROLE am_super SUPERUSER; CREATE ROLE am_bypass BYPASSRLS;
            CREATE ROLE am_group; CREATE ROLE am_member; GRANT am_group TO am_member;
            CREATE ROLE am_shy NOINHERIT; GRANT am_group TO am_shy;
            CREATE ROLE am_kin; GRANT am_owner TO am_kin; CREATE ROLE am_under_bypass; GRANT am_bypass TO am_under_bypass;
            CREATE ROLE am_reader; GRANT pg_read_all_data TO am_reader; CREATE ROLE am_writer; GRANT pg_write_all_data TO am_writer;
            CREATE ROLE am_nobody; CREATE ROLE am_deep NOINHERIT; GRANT am_shy TO am_deep;
            """;
    private static final String TABLES = """
            CREATE SCHEMA "the Schema"; GRANT USAGE ON SCHEMA "the Schema" TO am_app, am_group, am_owner, am_super, am_bypass, am_nobody;
            SET search_path = "the Schema";
            CREATE FUNCTION secret(int) RETURNS boolean LANGUAGE sql AS 'SELECT $1 > 0'; REVOKE ALL ON FUNCTION secret FROM PUBLIC;
            CREATE TABLE lookup (id int, tenant int); CREATE TABLE hidden (id int); GRANT SELECT (id) ON lookup TO am_app;
            """;
    private static TestDatabase database;
    private static int major;

    @BeforeAll
    static void roles() {
        database = TestServer.database(ROLES + TABLES);
        major = Snapshots.of(database).server().major();
    }

    /** The access of a role to a table that this script makes of {@code t (id, tenant)}, owned by am_owner. */
    private static Access access(String role, Privilege command, String script) {
        return access(role, command, "t", script);
    }

    private static Access access(String role, Privilege command, String relation, String script) {
        return model(script).of(role, name(relation), command);
    }

    private static AccessModel model(String script) {
        assumeTrue(major >= 15 || !script.contains("security_invoker"), "invoker views came with PostgreSQL 15");
        database.execute("SET search_path = \"the Schema\";"
                + " DROP TABLE IF EXISTS t CASCADE;"
                + " CREATE TABLE t (id int, tenant int); ALTER TABLE t OWNER TO am_owner; " + script);
        CatalogSnapshot snapshot = Snapshots.of(database);
        return new AccessModel(snapshot);
    }

    private static RelationName name(String relation) {
        return new RelationName("the Schema", relation);
    }

    private static final String OPEN =
            "GRANT ALL ON t TO am_app, am_group, am_nobody; ALTER TABLE t ENABLE ROW LEVEL SECURITY;";
    private static final String FORCED = OPEN + "ALTER TABLE t FORCE ROW LEVEL SECURITY;";
    private static final String MINE = "CREATE POLICY mine ON t USING (tenant = 1);";

    private static void assertCode(Access access, String code) {
        assertThat(access.path()).extracting(Reason::code).contains(code);
    }

    @Test
    void withoutAPrivilegeItIsDenied() {
        assertThat(access("am_nobody", SELECT, "").kind()).isEqualTo(DENIED);
    }

    @Test
    void withoutUsageOnTheSchemaItIsDeniedWhateverTheTableGrants() {
        Access access = access("am_shy", SELECT, "GRANT ALL ON t TO PUBLIC");
        assertThat(access.kind()).isEqualTo(DENIED);
        assertThat(access.path().getLast().text()).isEqualTo("am_shy lacks USAGE on schema the Schema.");
    }

    @Test
    void withoutRowSecurityEverythingIsOpen() {
        Access access = access("am_app", SELECT, "GRANT SELECT ON t TO am_app; ALTER TABLE t FORCE ROW LEVEL SECURITY");
        assertThat(access.kind()).isEqualTo(EVERYTHING);
        assertThat(access.path().getLast().text())
                .isEqualTo("Row security is not enabled on \"the Schema\".t; FORCE without ENABLE does nothing.");
    }

    @Test
    void rowSecurityWithoutPolicyLetsNothingThrough() {
        assertThat(access("am_app", SELECT, OPEN).kind()).isEqualTo(NOTHING);
        assertThat(access("am_app", INSERT, OPEN).kind()).isEqualTo(NOTHING);
    }

    @Test
    void superusersAndBypassRolesBypassEvenForce() {
        assertThat(access("am_super", SELECT, FORCED).kind()).isEqualTo(EVERYTHING);
        assertCode(access("am_bypass", SELECT, FORCED + "GRANT SELECT ON t TO am_bypass"), "bypassrls");
    }

    @Test
    void bypassRlsIsNotInherited() {
        Access access = access(
                "am_under_bypass",
                SELECT,
                OPEN + "GRANT SELECT ON t TO am_bypass; GRANT USAGE ON SCHEMA \"the Schema\" TO am_bypass");
        assertThat(access.kind()).isEqualTo(NOTHING);
    }

    @Test
    void theOwnerBypassesUnlessForced() {
        assertThat(access("am_owner", SELECT, OPEN + MINE).kind()).isEqualTo(EVERYTHING);
        Access forced = access("am_owner", SELECT, FORCED + MINE);
        assertThat(forced.kind()).isEqualTo(ROWS);
        assertCode(forced, "force");
    }

    @Test
    void membersOfTheOwnerBypassAsTheOwnerDoes() {
        Access access = access("am_kin", SELECT, OPEN + MINE);
        assertThat(access.kind()).isEqualTo(EVERYTHING);
        assertThat(access.path().getLast().text()).contains("(am_kin -> am_owner)");
    }

    @Test
    void aForcedOwnerWithoutMatchingPolicySeesNothing() {
        assertThat(access("am_owner", SELECT, FORCED + "CREATE POLICY p ON t TO am_group USING (true)")
                        .kind())
                .isEqualTo(NOTHING);
    }

    @Test
    void aPolicyForAGroupCoversMembersThatInherit() {
        String script = OPEN + "GRANT USAGE ON SCHEMA \"the Schema\" TO am_shy; GRANT SELECT ON t TO am_shy;"
                + "CREATE POLICY p ON t TO am_group USING (tenant = 1)";
        assertThat(access("am_member", SELECT, script).kind()).isEqualTo(ROWS);
        assertThat(access("am_shy", SELECT, script).kind()).isEqualTo(NOTHING);
        database.execute("REVOKE USAGE ON SCHEMA \"the Schema\" FROM am_shy");
    }

    @Test
    void aMemberThatDoesNotInheritMayStillBecomeTheGroup() {
        AccessModel model = model(OPEN + "CREATE POLICY p ON t TO am_group USING (tenant = 1)");
        assertThat(model.uses("am_shy", "am_group")).isFalse();
        assertThat(model.canBecome("am_shy")).containsExactly("am_group");
        assertThat(model.canBecome("am_deep")).containsExactly("am_shy", "am_group");
        assertThat(model.of("am_shy", name("t"), SELECT).kind()).isEqualTo(DENIED);
        assertThat(model.afterSetRole("am_shy", name("t"), SELECT))
                .hasEntrySatisfying("am_group", it -> assertThat(it.kind()).isEqualTo(ROWS));
    }

    @Test
    void permissiveAreJoinedByOrAndRestrictiveByAnd() {
        Access access = access(
                "am_app",
                SELECT,
                OPEN + MINE + "CREATE POLICY b ON t FOR SELECT USING (id = 3);"
                        + "CREATE POLICY c ON t AS RESTRICTIVE USING (id > 0)");
        assertThat(access.predicate()).isEqualTo("((id = 3) OR (tenant = 1)) AND (id > 0)");
        assertThat(access.policies()).extracting(Policy::name).containsExactly("b", "c", "mine");
    }

    @Test
    void restrictivePoliciesAloneLetNothingThrough() {
        assertThat(access("am_app", SELECT, OPEN + "CREATE POLICY r ON t AS RESTRICTIVE USING (true)")
                        .kind())
                .isEqualTo(NOTHING);
    }

    @Test
    void anOpenPolicyIsEverythingAlthoughRowSecurityIsOn() {
        assertThat(access("am_app", SELECT, OPEN + MINE + "CREATE POLICY open ON t USING (true)")
                        .kind())
                .isEqualTo(EVERYTHING);
    }

    @Test
    void usingIsReusedAsCheck() {
        assertThat(access("am_app", UPDATE, OPEN + MINE).check()).isEqualTo("(tenant = 1)");
        assertThat(access("am_app", INSERT, OPEN + MINE).check()).isEqualTo("(tenant = 1)");
    }

    @Test
    void aPermissiveInsertPolicyWithoutCheckDeniesEveryInsert() {
        assertThat(access("am_app", INSERT, OPEN + "CREATE POLICY i ON t FOR INSERT")
                        .kind())
                .isEqualTo(NOTHING);
    }

    @Test
    void aRestrictiveInsertPolicyWithoutCheckDoesNothing() {
        Access access = access("am_app", INSERT, OPEN + MINE + "CREATE POLICY i ON t AS RESTRICTIVE FOR INSERT");
        assertThat(access.kind()).isEqualTo(ROWS);
        assertThat(access.check()).isEqualTo("(tenant = 1)");
    }

    @Test
    void updateAndDeleteWithWhereAlsoAskTheSelectPolicies() {
        String script = OPEN + "CREATE POLICY s ON t FOR SELECT USING (tenant = 1);"
                + "CREATE POLICY d ON t FOR DELETE USING (true); CREATE POLICY u ON t FOR UPDATE USING (true)";
        Access delete = access("am_app", DELETE, script);
        assertThat(delete.kind()).isEqualTo(EVERYTHING);
        assertThat(delete.whenReading().kind()).isEqualTo(ROWS);
        assertThat(delete.whenReading().predicate()).isEqualTo("(tenant = 1)");
        Access update = access("am_app", UPDATE, script);
        assertThat(update.kind()).isEqualTo(EVERYTHING);
        assertThat(update.whenReading().check()).isEqualTo("(tenant = 1)");
    }

    @Test
    void withoutSelectNeitherWhereNorReturningWorks() {
        Access access = access("am_app", DELETE, "GRANT DELETE ON t TO am_app");
        assertThat(access.kind()).isEqualTo(EVERYTHING);
        assertThat(access.whenReading().kind()).isEqualTo(DENIED);
    }

    @Test
    void truncateReferencesAndTriggersAreOutsideRowSecurity() {
        String script = "ALTER TABLE t ENABLE ROW LEVEL SECURITY; GRANT TRUNCATE, REFERENCES, TRIGGER ON t TO am_app";
        assertThat(access("am_app", TRUNCATE, script).kind()).isEqualTo(EVERYTHING);
        assertThat(access("am_app", REFERENCES, script).kind()).isEqualTo(EVERYTHING);
        assertThat(access("am_app", TRIGGER, script).kind()).isEqualTo(EVERYTHING);
        assertThat(access("am_app", MAINTAIN, script).kind()).isEqualTo(DENIED);
    }

    @Test
    void grantsOnColumnsReachThoseColumns() {
        Access access = access("am_app", UPDATE, "GRANT UPDATE (tenant) ON t TO am_app");
        assertThat(access.kind()).isEqualTo(EVERYTHING);
        assertThat(access.columns()).containsExactly("tenant");
    }

    @Test
    void predefinedRolesGrantEverywhere() {
        Access read = access("am_reader", SELECT, OPEN + MINE);
        assertThat(read.kind()).isEqualTo(ROWS);
        assertCode(read, "grant-predefined");
        assertThat(access("am_reader", UPDATE, "").kind()).isEqualTo(DENIED);
        assertThat(access("am_writer", UPDATE, "").kind()).isEqualTo(EVERYTHING);
        assertThat(access("am_writer", TRUNCATE, "").kind()).isEqualTo(DENIED);
    }

    @Test
    void anOwnerWhoseRightsWereTakenIsDenied() {
        assertThat(access("am_owner", SELECT, "REVOKE SELECT ON t FROM am_owner")
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void aViewReadsAsItsOwner() {
        Access access = access(
                "am_app",
                SELECT,
                "v",
                OPEN + MINE
                        + "CREATE VIEW v AS SELECT * FROM t; ALTER VIEW v OWNER TO am_owner; GRANT SELECT ON v TO am_app");
        assertThat(access.kind()).isEqualTo(EVERYTHING);
        assertThat(access.through()).extracting(Access.Base::as).containsExactly("am_owner");
    }

    @Test
    void aViewOfAForcedOwnerLetsNothingThroughWithoutMatchingPolicy() {
        Access access = access(
                "am_app",
                SELECT,
                "v",
                FORCED + "CREATE POLICY p ON t TO am_app USING (true); CREATE VIEW v AS SELECT * FROM t;"
                        + "ALTER VIEW v OWNER TO am_owner; GRANT SELECT ON v TO am_app");
        assertThat(access.kind()).isEqualTo(NOTHING);
    }

    @Test
    void anInvokerViewReadsAsWhoReadsIt() {
        Access access = access(
                "am_app",
                SELECT,
                "v",
                OPEN + MINE + "CREATE VIEW v WITH (security_invoker) AS SELECT * FROM t; GRANT SELECT ON v TO am_app");
        assertThat(access.kind()).isEqualTo(ROWS);
        assertThat(access.predicate()).isEqualTo("(tenant = 1)");
        assertThat(access.relation()).isEqualTo(name("t"));
    }

    @Test
    void anInvokerViewOverADefinerViewLeaks() {
        Access access = access(
                "am_app",
                SELECT,
                "outside",
                OPEN + MINE + "CREATE VIEW inside AS SELECT * FROM t; GRANT SELECT ON inside TO am_app;"
                        + "CREATE VIEW outside WITH (security_invoker) AS SELECT * FROM inside; GRANT SELECT ON outside TO am_app");
        assertThat(access.kind()).isEqualTo(EVERYTHING);
    }

    /** Found by the random worlds: the outer view's owner does not count. */
    @Test
    void anInvokerViewWithinADefinerViewStillAsksWhoRunsTheStatement() {
        Access access = access(
                "am_app",
                SELECT,
                "outside",
                OPEN + MINE + "CREATE VIEW inside WITH (security_invoker) AS SELECT * FROM t;"
                        + "CREATE VIEW outside AS SELECT * FROM inside; GRANT SELECT ON outside TO am_app");
        assertThat(access.kind()).isEqualTo(ROWS);
    }

    /** Found by the random worlds. */
    @Test
    void columnsNotGrantedBehindAViewAreNotGranted() {
        Access access = access(
                "am_app",
                UPDATE,
                "v",
                "GRANT UPDATE (tenant) ON t TO am_app; CREATE VIEW v WITH (security_invoker) AS SELECT * FROM t;"
                        + "GRANT ALL ON v TO am_app");
        assertThat(access.columns()).containsExactly("tenant");
    }

    @Test
    void aViewWhoseOwnerMayNotReadIsDenied() {
        Access access = access(
                "am_app",
                SELECT,
                "v",
                "CREATE VIEW v AS SELECT * FROM t; ALTER VIEW v OWNER TO am_nobody; GRANT SELECT ON v TO am_app");
        assertThat(access.kind()).isEqualTo(DENIED);
    }

    @Test
    void aViewThatCountsIsUndecidedUnlessAllIsOpen() {
        String view = "CREATE VIEW v WITH (security_invoker) AS SELECT count(*) FROM t; GRANT SELECT ON v TO am_app;";
        assertThat(access("am_app", SELECT, "v", OPEN + MINE + view).kind()).isEqualTo(UNDECIDED);
        assertThat(access("am_app", SELECT, "v", "GRANT SELECT ON t TO am_app;" + view)
                        .kind())
                .isEqualTo(EVERYTHING);
        assertThat(access("am_app", DELETE, "v", OPEN + view + "GRANT DELETE ON v TO am_app")
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void aTriggerInsteadOfWritingIsUndecided() {
        Access access = access(
                "am_app",
                INSERT,
                "v",
                "CREATE VIEW v AS SELECT * FROM t; GRANT INSERT ON v TO am_app;"
                        + "CREATE OR REPLACE FUNCTION divert() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                        + "CREATE TRIGGER divert INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION divert()");
        assertThat(access.kind()).isEqualTo(UNDECIDED);
    }

    @Test
    void aMaterializedViewShowsWhatItHolds() {
        Access access = access(
                "am_app",
                SELECT,
                "m",
                OPEN + MINE + "CREATE MATERIALIZED VIEW m AS SELECT * FROM t; GRANT ALL ON m TO am_app");
        assertThat(access.kind()).isEqualTo(EVERYTHING);
        assertCode(access, "materialized-view");
    }

    @Test
    void aForeignTableHasNoRowSecurity() {
        Access access = access(
                "am_app",
                SELECT,
                "far",
                "DROP FOREIGN DATA WRAPPER IF EXISTS nowhere CASCADE; CREATE FOREIGN DATA WRAPPER nowhere;"
                        + "CREATE SERVER nowhere FOREIGN DATA WRAPPER nowhere;"
                        + "CREATE FOREIGN TABLE far (id int) SERVER nowhere; GRANT SELECT ON far TO am_app");
        assertThat(access.kind()).isEqualTo(EVERYTHING);
        assertCode(access, "foreign-table");
    }

    @Test
    void aPartitionHasItsOwnRowSecurity() {
        AccessModel model =
                model("DROP TABLE IF EXISTS p; CREATE TABLE p (id int, tenant int) PARTITION BY LIST (tenant);"
                        + "CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1); GRANT SELECT ON p, p_1 TO am_app;"
                        + "ALTER TABLE p ENABLE ROW LEVEL SECURITY; CREATE POLICY mine ON p USING (tenant = 1)");
        assertThat(model.of("am_app", name("p"), SELECT).kind()).isEqualTo(ROWS);
        assertThat(model.of("am_app", name("p_1"), SELECT).kind()).isEqualTo(EVERYTHING);
        assertThat(model.rowSecurityActive("am_app", name("p"))).isTrue();
        assertThat(model.rowSecurityActive("am_app", name("p_1"))).isFalse();
    }

    @Test
    void aPolicyWhoseFunctionMayNotBeExecutedFailsEveryStatement() {
        Access access = access("am_app", SELECT, OPEN + "CREATE POLICY p ON t USING (secret(tenant))");
        assertThat(access.kind()).isEqualTo(DENIED);
        assertThat(access.path().getLast().text()).contains("which am_app may not execute");
    }

    @Test
    void aCheckThatMayNotBeExecutedDoesNotStandInTheWayOfReading() {
        String script = OPEN + "CREATE POLICY p ON t USING (tenant = 1) WITH CHECK (secret(tenant))";
        assertThat(access("am_app", SELECT, script).kind()).isEqualTo(ROWS);
        assertThat(access("am_app", INSERT, script).kind()).isEqualTo(DENIED);
    }

    @Test
    void aPolicyThatReadsWhatTheRoleMayNotFailsEveryStatement() {
        Access access = access(
                "am_app",
                SELECT,
                OPEN + "CREATE POLICY p ON t USING (EXISTS (SELECT FROM hidden h WHERE h.id = t.id))");
        assertThat(access.kind()).isEqualTo(DENIED);
        assertCode(access, "subquery");
    }

    /** Found by the random worlds: the catalogue says which columns a policy reads elsewhere. */
    @Test
    void aPolicyThatReadsAColumnNotGrantedFailsEveryStatement() {
        String policy = "CREATE POLICY p ON t USING (EXISTS (SELECT FROM lookup l WHERE l.%s = t.id))";
        assertThat(access("am_app", SELECT, OPEN + policy.formatted("id")).kind())
                .isEqualTo(ROWS);
        assertThat(access("am_app", SELECT, OPEN + policy.formatted("tenant")).kind())
                .isEqualTo(DENIED);
    }

    /** Found by the random worlds: privileges are asked for although no row can pass. */
    @Test
    void aSubSelectIsAskedForEvenWhereNoRowPasses() {
        Access access = access(
                "am_app",
                DELETE,
                OPEN + "CREATE POLICY s ON t FOR SELECT USING (EXISTS (SELECT FROM hidden h WHERE h.id = t.id))");
        assertThat(access.kind()).isEqualTo(NOTHING);
        assertThat(access.whenReading().kind()).isEqualTo(DENIED);
    }

    /** Found by the random worlds on PostgreSQL 14 and 16. */
    @Test
    void aFunctionIsAskedForWhereNoRowPassesOnOlderServers() {
        Access access = access(
                "am_app",
                DELETE,
                OPEN + "CREATE POLICY s ON t AS RESTRICTIVE FOR SELECT USING (secret(tenant));"
                        + "CREATE POLICY s2 ON t FOR SELECT USING (true)");
        assertThat(access.whenReading().kind()).isEqualTo(major < 17 ? DENIED : NOTHING);
    }

    /** Found by the random worlds 3007 and 4457 on PostgreSQL 14: a parent whose children are all dropped prepares nothing. */
    @Test
    void aFunctionIsNotAskedForWhereNoRowOfAParentPasses() {
        Access access = access(
                "am_app",
                DELETE,
                OPEN + "CREATE TABLE child () INHERITS (t);"
                        + "CREATE POLICY s ON t AS RESTRICTIVE FOR SELECT USING (secret(tenant));"
                        + "CREATE POLICY s2 ON t FOR SELECT USING (false)");
        assertThat(access.whenReading().kind()).isEqualTo(NOTHING);
    }

    @Test
    void policiesThatReadEachOtherFailEveryStatement() {
        AccessModel model =
                model("DROP TABLE IF EXISTS u CASCADE; CREATE TABLE u (id int); GRANT SELECT ON u TO am_app;"
                        + "ALTER TABLE u ENABLE ROW LEVEL SECURITY;" + OPEN
                        + "CREATE POLICY p ON t USING (EXISTS (SELECT FROM u WHERE u.id = t.id));"
                        + "CREATE POLICY p ON u USING (EXISTS (SELECT FROM t WHERE u.id = t.id))");
        Access access = model.of("am_app", name("t"), SELECT);
        assertThat(access.kind()).isEqualTo(DENIED);
        assertCode(access, "recursion");
    }

    @Test
    void aRuleInsteadOfTheCommandIsUndecided() {
        String script = "GRANT DELETE ON t TO am_app; CREATE RULE keep AS ON DELETE TO t DO INSTEAD NOTHING";
        assertThat(access("am_app", DELETE, script).kind()).isEqualTo(UNDECIDED);
    }

    @Test
    void unknownNamesAreSaidPlainly() {
        AccessModel model = model("");
        assertThatThrownBy(() -> model.of("am_none", name("t"), SELECT))
                .isInstanceOf(Failure.class)
                .hasMessage("There is no role am_none.");
        assertThatThrownBy(() -> model.of("am_app", name("none"), SELECT))
                .isInstanceOf(Failure.class)
                .hasMessage("There is no relation \"the Schema\".\"none\".");
    }
}
