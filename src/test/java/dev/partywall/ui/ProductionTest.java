package dev.partywall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.probe.Probe;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Verdict;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Profile;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import dev.partywall.ui.probes.ProbesController;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ProductionTest {
    private static TestDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        database = TestServer.database("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'live_app') THEN
                    CREATE ROLE live_app LOGIN;
                    CREATE ROLE live_bypass LOGIN BYPASSRLS;
                  END IF;
                END $$;
                CREATE TABLE item (id int PRIMARY KEY, tenant_id text NOT NULL, note text);
                INSERT INTO item SELECT i, CASE i % 2 WHEN 0 THEN 'acme' ELSE 'globex' END, 'n' FROM generate_series(1, 10) i;
                ALTER TABLE item ENABLE ROW LEVEL SECURITY;
                ALTER TABLE item FORCE ROW LEVEL SECURITY;
                CREATE POLICY own ON item USING (tenant_id = current_setting('app.tenant', true));
                GRANT SELECT, INSERT, UPDATE, DELETE ON item TO live_app, live_bypass;
                """);
    }

    @Test
    void theProbeOfAProductionProfileStartsWithWhatOnlyReads() throws Exception {
        Profile profile = database.profile("live_app", "live_bypass", TenancyDeclaration.none());
        Profile live = new Profile("live", Environment.PRODUCTION, profile.app(), profile.bypass(), profile.tenancy());
        try (Desk desk = on(() -> TestDesk.open(live, folder))) {
            on(() -> {
                ProbesController probes = new ProbesController(desk);
                new Scene(probes.root());
                assertThat(((CheckBox) probes.root().lookup("#readOnly")).isSelected())
                        .isTrue();
                ((ButtonBase) probes.root().lookup("#run")).fire();
                return 0;
            });
            Set<String> writing =
                    Probes.all().stream().filter(Probe::writes).map(Probe::id).collect(Collectors.toSet());
            assertThat(desk.verdicts()).isNotEmpty();
            assertThat(desk.verdicts()).extracting(Verdict::probe).doesNotContainAnyElementsOf(writing);
            assertThat(desk.history().times()).hasSize(1);
        }
    }

    private static <T> T on(Callable<T> step) throws Exception {
        return WaitForAsyncUtils.asyncFx(step).get(60, TimeUnit.SECONDS);
    }
}
