package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class HistoryWithoutRowSecurityTest extends RuleProof {
    HistoryWithoutRowSecurityTest() {
        super(new HistoryWithoutRowSecurity());
    }

    @Test
    void aLogFilledByATriggerIsFoundAndProtected() {
        proves("""
            CREATE TABLE shop.seen (at timestamptz DEFAULT now(), doc jsonb NOT NULL);
            GRANT SELECT ON shop.seen TO ${p}app; ALTER TABLE shop.seen OWNER TO ${p}owner;
            CREATE FUNCTION shop.see() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
              $f$ BEGIN INSERT INTO shop.seen (doc) VALUES (to_jsonb(NEW)); RETURN NEW; END $f$;
            ALTER FUNCTION shop.see() OWNER TO ${p}owner;
            CREATE TRIGGER see BEFORE INSERT ON shop.customer FOR EACH ROW EXECUTE FUNCTION shop.see()
            """, Severity.CRITICAL, "table shop.seen");
    }

    @Test
    void aLogIsKnownByItsNameAndShape() {
        proves("""
            CREATE TABLE "Back Office"."AuditLog" (id int, table_name text, row_id text, what text); GRANT SELECT ON "Back Office"."AuditLog" TO ${p}app
            """, Severity.CRITICAL, "table Back Office.AuditLog");
    }

    @Test
    void aLogOneMayOnlyAppendToIsSound() {
        staysQuiet("""
            CREATE TABLE shop.audit_log (id int, payload jsonb); GRANT INSERT ON shop.audit_log TO ${p}app
            """);
    }

    @Test
    void aTableThatIsMerelyCalledLogIsNone() {
        staysQuiet("""
            CREATE TABLE shop.blog_category (id int, title text); CREATE TABLE shop.log_level (id int, title text); GRANT SELECT ON shop.blog_category, shop.log_level TO ${p}app
            """);
    }
}
