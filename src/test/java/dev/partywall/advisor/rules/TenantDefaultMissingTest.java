package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TenantDefaultMissingTest extends RuleProof {
    TenantDefaultMissingTest() {
        super(new TenantDefaultMissing());
    }

    @Test
    void oneThatStandsOutIsFoundAndGivenADefault() {
        proves("""
            ALTER TABLE "Back Office"."Ticket ""№"" 🎫" ALTER "Mandant (№)" DROP DEFAULT
            """, Severity.LOW, "column Back Office.Ticket \"№\" 🎫/Mandant (№)");
    }

    @Test
    void aTriggerThatFillsItInIsAsGood() {
        staysQuiet("""
            ALTER TABLE shop.customer ALTER tenant_id DROP DEFAULT; CREATE FUNCTION shop.stamp() RETURNS trigger LANGUAGE plpgsql AS $f$
            BEGIN NEW.tenant_id := NULLIF(current_setting('app.tenant', true), '')::int; RETURN NEW; END $f$;
            CREATE TRIGGER stamp BEFORE INSERT ON shop.customer FOR EACH ROW EXECUTE FUNCTION shop.stamp()
            """);
    }

    @Test
    void aDatabaseWithoutDefaultsIsNotAccused() {
        staysQuiet("""
            ALTER TABLE shop.customer ALTER tenant_id DROP DEFAULT; ALTER TABLE shop."order" ALTER tenant_id DROP DEFAULT; ALTER TABLE shop.event ALTER tenant_id DROP DEFAULT
            """);
    }
}
