package dev.partywall.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.connect.Diagnosis.Condition;
import dev.partywall.connect.Diagnosis.Line;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.PasswordPrompt;
import dev.partywall.profile.Profile;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final TestDatabase DATABASE = TestServer.database("""
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'doctor_app') THEN
                CREATE ROLE doctor_app LOGIN;
                CREATE ROLE doctor_super LOGIN SUPERUSER;
                CREATE ROLE doctor_bypass LOGIN BYPASSRLS;
                CREATE ROLE "Doctor ""own"" er" LOGIN;
                CREATE ROLE doctor_climber LOGIN IN ROLE doctor_bypass;
                CREATE ROLE doctor_blind LOGIN BYPASSRLS;
              END IF;
            END $$;
            CREATE TABLE "or der" (id int, tenant text);
            ALTER TABLE "or der" ENABLE ROW LEVEL SECURITY;
            ALTER TABLE "or der" OWNER TO "Doctor ""own"" er";
            GRANT SELECT ON "or der" TO doctor_app, doctor_bypass;
            """);

    private static Diagnosis examine(@Nullable String app, @Nullable String bypass) {
        Login second = bypass == null ? null : new Login(DATABASE.url(), bypass, null);
        return examine(new Login(DATABASE.url(), app, null), second);
    }

    private static Diagnosis examine(Login app, @Nullable Login bypass) {
        Profile profile = new Profile("p", Environment.DEVELOPMENT, app, bypass, TenancyDeclaration.none());
        return Doctor.examine(profile, PasswordPrompt.none());
    }

    private static void hasProblem(Diagnosis diagnosis, @Nullable Side side, String sentence, String remedy) {
        assertThat(diagnosis.healthy()).isFalse();
        assertThat(diagnosis.lines())
                .filteredOn(line -> line.condition() == Condition.PROBLEM)
                .anySatisfy(line -> {
                    assertThat(line.side()).isEqualTo(side);
                    assertThat(line.sentence()).contains(sentence);
                    assertThat(line.remedy()).contains(remedy);
                });
    }

    @Test
    void aSoundPairIsHealthy() {
        Diagnosis diagnosis = examine("doctor_app", "doctor_bypass");
        assertThat(diagnosis.healthy()).isTrue();
        assertThat(diagnosis.lines())
                .extracting(Line::sentence)
                .contains(
                        "Row security applies to the app role doctor_app.",
                        "The bypass role doctor_bypass sees every row.",
                        "Both sides are the same database.")
                .noneMatch(sentence -> sentence.contains("pooler"));
    }

    @Test
    void anAppRoleThatBypasses() {
        hasProblem(examine("doctor_super", "doctor_bypass"), Side.APP, "is a superuser", "NOSUPERUSER");
        hasProblem(examine("doctor_blind", "doctor_bypass"), Side.APP, "has BYPASSRLS", "NOBYPASSRLS");
        hasProblem(
                examine("doctor_climber", "doctor_bypass"),
                Side.APP,
                "may become doctor_bypass",
                "REVOKE doctor_bypass");
        hasProblem(
                examine("Doctor \"own\" er", "doctor_bypass"),
                Side.APP,
                "owns 1 tables with row security that is not forced, \"or der\" say",
                "ALTER TABLE \"or der\" FORCE ROW LEVEL SECURITY");
    }

    @Test
    void aBypassRoleThatIsNone() {
        hasProblem(examine("doctor_app", "doctor_app"), Side.BYPASS, "does not bypass", "BYPASSRLS");
        hasProblem(examine("doctor_app", "doctor_app"), null, "Both sides log in as doctor_app", "two roles");
        hasProblem(examine("doctor_app", "doctor_blind"), Side.BYPASS, "may not read 1 tables", "GRANT");
        hasProblem(examine("doctor_app", null), Side.BYPASS, "no bypass role", "BYPASSRLS");
    }

    @Test
    void twoDifferentDatabases() {
        TestDatabase other = TestServer.database("");
        hasProblem(
                examine(new Login(DATABASE.url(), "doctor_app", null), new Login(other.url(), "doctor_bypass", null)),
                null,
                "different databases",
                "same");
    }

    @Test
    void aSideThatCannotBeReachedDoesNotHideTheOther() {
        Login broken = new Login(DATABASE.url() + "x", "doctor_app", null);
        Diagnosis diagnosis = examine(broken, new Login(DATABASE.url(), "doctor_bypass", null));
        hasProblem(diagnosis, Side.APP, "There is no database", "psql -l");
        assertThat(diagnosis.lines())
                .extracting(Line::sentence)
                .contains("The bypass role doctor_bypass sees every row.");
    }

    @Test
    void aProfileThatMakesNoSense() {
        hasProblem(examine(new Login("nonsense", null, null), null), null, "not a connection string", "postgresql://");
    }
}
