package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class SchemasOfOtherTenantsTest extends RuleProof {
    SchemasOfOtherTenantsTest() {
        super(new SchemasOfOtherTenants());
    }

    @Test
    void schemasThatRepeatTheSameTablesAreFound() {
        proves("""
            CREATE SCHEMA t_one; CREATE SCHEMA "t two"; CREATE TABLE t_one.bill (id int); CREATE TABLE t_one.note (id int);
            CREATE TABLE "t two".bill (id int); CREATE TABLE "t two".note (id int);
            GRANT USAGE ON SCHEMA t_one, "t two" TO ${p}app; GRANT SELECT ON ALL TABLES IN SCHEMA t_one, "t two" TO ${p}app
            """, Severity.HIGH, "schema t_one", "schema t two");
    }

    @Test
    void schemasTheAppCannotUseAreSound() {
        staysQuiet("""
            CREATE SCHEMA t_one; CREATE SCHEMA t_two; CREATE TABLE t_one.bill (id int); CREATE TABLE t_one.note (id int);
            CREATE TABLE t_two.bill (id int); CREATE TABLE t_two.note (id int); GRANT USAGE ON SCHEMA t_one TO ${p}app; GRANT SELECT ON ALL TABLES IN SCHEMA t_one, t_two TO ${p}app
            """);
    }
}
