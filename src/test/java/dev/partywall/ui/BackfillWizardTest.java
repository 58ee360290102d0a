package dev.partywall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.profile.Environment;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The wizard on the real screen and a real server: conflicts, an error half way, stop and go on, a return, production. */
class BackfillWizardTest {
    private static final String SCRIPT = """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wizard_app') THEN
                CREATE ROLE wizard_app LOGIN;
                CREATE ROLE wizard_bypass LOGIN BYPASSRLS;
              END IF;
            END $$;
            CREATE TABLE tenant (id text PRIMARY KEY, name text);
            INSERT INTO tenant VALUES ('acme', 'Acme'), ('globex', 'Globex');
            CREATE TABLE orders (id int PRIMARY KEY, tenant_id text);
            CREATE TABLE carton (id int PRIMARY KEY, tenant_id text);
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text,
              order_id int REFERENCES orders, carton_id int REFERENCES carton);
            INSERT INTO orders VALUES (1, 'acme'), (2, 'globex');
            INSERT INTO carton VALUES (1, 'acme'), (2, 'globex');
            INSERT INTO item SELECT n, NULL, 1 + n % 2, CASE WHEN n <= 3 THEN 2 - n % 2 ELSE 1 + n % 2 END
              FROM generate_series(1, 40) n;
            ALTER TABLE item ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON item USING (tenant_id = current_setting('app.tenant', true));
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO wizard_app, wizard_bypass;
            """;
    private static final String RAISING = """
            CREATE FUNCTION grumble() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN IF NEW.id = 20 THEN RAISE EXCEPTION ''row twenty is mine''; END IF; RETURN NEW; END';
            CREATE TRIGGER grumble BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION grumble();
            """;

    @TempDir
    Path folder;

    private Stage stage;
    private Window window;
    private TestDatabase database;

    @BeforeAll
    static void platform() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void make() throws Exception {
        database = TestServer.database(SCRIPT);
        stage = on(Stage::new);
        window = on(() -> new Window(stage, Work.threaded(), folder));
    }

    @AfterEach
    void close() throws Exception {
        run(stage::hide);
    }

    @Test
    void listsWhatContradictsItselfAndLeavesItForAPerson() throws Exception {
        open("SELECT", Environment.DEVELOPMENT);
        decide("#way-suggested-2");
        assertThat(text("#body")).contains("3 contradict themselves").contains("3 rows stay as they are");
        press("#listUndecided");
        assertThat(on(() -> find("#undecided", TableView.class).getItems().size()))
                .isEqualTo(3);
        toRun();
        press("#execute");
        assertThat(text("#result")).contains("37 rows changed").contains("3 contradict themselves");
        assertThat(open("item")).isEqualTo(3);
    }

    @Test
    void setsARowAsideThatATriggerRefusesAndGoesOnOnceThatIsMended() throws Exception {
        open(RAISING, Environment.DEVELOPMENT);
        decide("#way-suggested-2");
        press("#next");
        press("#rehearse");
        assertThat(text("#body")).contains("1 refused");
        assertThat(open("item")).isEqualTo(40);
        press("#next");
        press("#execute");
        assertThat(text("#result")).contains("36 rows changed").contains("1 row was refused");
        assertThat(open("item")).isEqualTo(4);
        database.execute("DROP TRIGGER grumble ON item");
        press("#resume");
        assertThat(open("item")).isEqualTo(3);
        press("#undo");
        assertThat(text("#result")).contains("Undone: 37 rows");
        assertThat(open("item")).isEqualTo(40);
    }

    @Test
    void offersAnUnfinishedBackfillOnReturn() throws Exception {
        open(RAISING, Environment.DEVELOPMENT);
        decide("#way-suggested-2");
        toRun();
        press("#execute");
        run(() -> window.leave());
        database.execute("DROP TRIGGER grumble ON item");
        enter(Environment.DEVELOPMENT);
        press("#nav-backfill");
        assertThat(text("#pastRuns")).contains("rows left").contains("36 of 37 rows");
        press("#pastRuns #resumePast");
        assertThat(open("item")).isEqualTo(3);
    }

    @Test
    void asksInProductionForTheTableAndItsRows() throws Exception {
        open("SELECT", Environment.PRODUCTION);
        decide("#way-suggested-2");
        toRun();
        assertThat(on(() -> find("#execute", Node.class).isDisabled())).isTrue();
        run(() -> find(".confirm-field", TextField.class).setText("public.item 36"));
        assertThat(on(() -> find("#execute", Node.class).isDisabled())).isTrue();
        run(() -> find(".confirm-field", TextField.class).setText("public.item 37"));
        assertThat(on(() -> find("#execute", Node.class).isDisabled())).isFalse();
    }

    @Test
    void deletesOnlyWhatWasTypedAndBringsItBack() throws Exception {
        open("SELECT", Environment.DEVELOPMENT);
        decide("#way-delete");
        toRun();
        assertThat(on(() -> find("#execute", Node.class).isDisabled())).isTrue();
        run(() -> find(".confirm-field", TextField.class).setText("40"));
        press("#execute");
        assertThat(open("item")).isZero();
        press("#undo");
        assertThat(open("item")).isEqualTo(40);
    }

    @Test
    void verifiesAndClosesTheDoor() throws Exception {
        open("SELECT", Environment.DEVELOPMENT);
        database.execute("UPDATE item SET carton_id = 1 + id % 2; ALTER TABLE item OWNER TO wizard_bypass");
        decide("#way-suggested-0");
        toRun();
        press("#execute");
        press("#next");
        assertThat(text("#body")).contains("Verified: every row of 1 table has its tenant");
        press("#close");
        assertThat(value("SELECT attnotnull FROM pg_attribute WHERE attrelid = 'item'::regclass"
                        + " AND attname = 'tenant_id'"))
                .isEqualTo("t");
    }

    private void open(String more, Environment environment) throws Exception {
        database.execute(more);
        run(window::show);
        enter(environment);
        press("#nav-backfill");
        press("#chooseAll");
        press("#next");
    }

    private void enter(Environment environment) throws Exception {
        Profile plain = database.profile("wizard_app", "wizard_bypass", tenancy());
        Profile profile = new Profile(plain.name(), environment, plain.app(), plain.bypass(), plain.tenancy());
        run(() -> window.enter(profile));
        until(() -> window.desk() != null);
        quiet();
    }

    private static TenancyDeclaration tenancy() {
        return new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenant_id",
                Map.of(),
                new Registry("public.tenant", "id", "name", null),
                List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
    }

    private void decide(String way) throws Exception {
        run(() -> find("#deciding", ListView.class).getSelectionModel().selectFirst());
        quiet();
        press(way);
    }

    private void toRun() throws Exception {
        press("#next");
        press("#next");
    }

    private int open(String table) {
        return Integer.parseInt(value("SELECT count(*) FROM " + table + " WHERE tenant_id IS NULL"));
    }

    private String value(String sql) {
        try (Connection connection = DriverManager.getConnection(database.url(), "wizard_bypass", null);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void press(String selector) throws Exception {
        run(() -> {
            ButtonBase button = find(selector, ButtonBase.class);
            assertThat(button.isDisabled()).as(selector).isFalse();
            button.fire();
        });
        quiet();
    }

    private String text(String selector) throws Exception {
        return on(() -> find(selector, Node.class).lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n")));
    }

    private <N extends Node> N find(String selector, Class<N> type) {
        Node found = stage.getScene().lookup(selector);
        assertThat(found).as(selector).isNotNull();
        return type.cast(found);
    }

    private void quiet() throws Exception {
        until(() -> window.desk() == null || window.desk().work().running().isEmpty());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> on(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void run(Runnable step) throws Exception {
        on(() -> {
            step.run();
            return 0;
        });
    }

    private static <T> T on(Callable<T> step) throws Exception {
        return WaitForAsyncUtils.asyncFx(step).get(120, TimeUnit.SECONDS);
    }
}
