package dev.partywall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.connect.Lens;
import dev.partywall.probe.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A walk through the whole window on the real demo database: the leaky shop. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WindowTest {
    @TempDir
    static Path folder;

    private static final List<String> CSS_WARNINGS = new CopyOnWriteArrayList<>();
    private static final Logger CSS = Logger.getLogger("javafx.css");
    private static final Handler LISTENER = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                CSS_WARNINGS.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static Stage stage;
    private static Window window;

    @BeforeAll
    static void open() throws Exception {
        CSS.addHandler(LISTENER);
        FxToolkit.registerPrimaryStage();
        stage = on(Stage::new);
        window = on(() -> new Window(stage, Work.threaded(), folder));
        run(window::show);
    }

    @AfterAll
    static void close() throws Exception {
        run(stage::hide);
        CSS.removeHandler(LISTENER);
    }

    @Test
    @Order(1)
    void opensTheDemoFromTheStartScreen() throws Exception {
        run(() -> {
            ListView<?> samples = find("#samples", ListView.class);
            assertThat(samples.getItems()).isNotEmpty();
            find("#openDemo", Button.class).fire();
        });
        until(() -> window.desk() != null);
        quiet();
        assertThat(on(() -> find("#profileName", Label.class).getText())).isEqualTo("leaky-shop");
        assertThat(desk().tenants()).hasSizeGreaterThan(1);
    }

    @Test
    @Order(2)
    void readsNothingBeforeALensIsChosen() throws Exception {
        go(Screen.BROWSE);
        choose("category");
        assertThat(desk().activity()).noneMatch(step -> step.purpose().startsWith("browse"));
        assertThat(text("#body")).contains(Texts.say("browse.nolens"));
    }

    @Test
    @Order(3)
    void choosesATenantByTypingAPartOfItsName() throws Exception {
        run(() -> find("#asTenant", ToggleButton.class).fire());
        Parent picker = on(() -> popup());
        run(() -> {
            TextField search = (TextField) picker.lookup("#tenant-search");
            search.setText("acm");
            search.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        quiet();
        assertThat(desk().lens().get()).isEqualTo(new Lens.Tenant("acme"));
    }

    @Test
    @Order(4)
    void showsTheRowsOfTheTenantAndOfNobodyElse() throws Exception {
        go(Screen.BROWSE);
        choose("category");
        assertThat(column("tenant_id")).isNotEmpty().containsOnly("acme");
        assertThat(text("#proofStrip")).contains("shop_app").contains("acme").contains(Texts.say("proof.readonly"));
        lens(new Lens.Everyone());
        assertThat(column("tenant_id")).contains("acme", "globex");
        lens(new Lens.Nobody());
        assertThat(text("#body")).contains(Texts.say("browse.norows"));
    }

    @Test
    @Order(5)
    void runsTheProbeAndFindsTheLeak() throws Exception {
        go(Screen.PROBES);
        run(() -> find("#run", ButtonBase.class).fire());
        quiet();
        assertThat(desk().verdicts()).anyMatch(verdict -> verdict.outcome() == Outcome.LEAKED);
        assertThat(text("#verdict")).contains("another tenant through");
    }

    @Test
    @Order(6)
    void givesRowsWithoutATenantTheTenantOfTheirParent() throws Exception {
        go(Screen.BACKFILL);
        run(() -> {
            TableView<?> gaps = find("#gaps", TableView.class);
            for (int i = 0; i < gaps.getItems().size(); i++) {
                if (gaps.getItems().get(i).toString().contains("table=public.shipment")) {
                    gaps.getSelectionModel().select(i);
                    gaps.fireEvent(
                            new KeyEvent(KeyEvent.KEY_TYPED, " ", " ", KeyCode.UNDEFINED, false, false, false, false));
                }
            }
        });
        for (String button : List.of("#next", "#way-suggested-0", "#next")) {
            run(() -> find(button, ButtonBase.class).fire());
            quiet();
        }
        assertThat(text("#body")).contains("rows get a tenant in 1 table");
        run(() -> find("#next", Button.class).fire());
        quiet();
        run(() -> find("#execute", Button.class).fire());
        quiet();
        assertThat(text("#result"))
                .contains("public.shipment")
                .contains("none refused")
                .doesNotContain("0 rows changed");
        run(() -> find("#undo", Button.class).fire());
        quiet();
        assertThat(text("#result")).contains("Undone").doesNotContain("could not");
    }

    @Test
    @Order(7)
    void everyScreenIsDrawnInLightAndDarkWithoutAStyleWarning() throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            run(() -> {
                while (window.theme() != theme) {
                    window.nextTheme();
                }
            });
            for (Screen screen : Screen.values()) {
                go(screen);
                run(() -> stage.getScene().getRoot().applyCss());
            }
        }
        assertThat(CSS_WARNINGS).isEmpty();
    }

    @Test
    @Order(8)
    void marksInTheActivityWhatRanAsBypass() throws Exception {
        go(Screen.ACTIVITY);
        assertThat(text("#table")).contains(Texts.say("activity.bypass.mark"));
    }

    @Test
    @Order(9)
    void suppressesAFindingForAReasonAndLetsItCountAgain() throws Exception {
        go(Screen.ADVISOR);
        until(() -> !desk().advising().busyProperty().get());
        assertThat(on(() -> find("#list", ListView.class).getItems().toString()))
                .contains("Heading[family=DETOURS, count=3]", "Clear[family=KEYS]")
                .doesNotContain("Clear[family=DETOURS]");
        run(() -> assertThat(find("#suppressDo", Button.class).isDisabled()).isTrue());
        run(() -> find("#suppressReason", TextField.class).setText("a copy that nobody reads"));
        run(() -> find("#suppressDo", Button.class).fire());
        quiet();
        Path file = folder.resolve("profiles").resolve("leaky-shop.suppressions.json");
        assertThat(Files.readString(file)).contains("a copy that nobody reads", "\"expires\"");
        assertThat(on(() -> find("#subtitle", Label.class).getText())).contains("1 suppressed");
        assertThat(Reports.of(desk()).exceptions().accepted()).hasSize(1);
        run(() -> {
            ListView<?> list = find("#list", ListView.class);
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().startsWith("Suppressed[")) {
                    list.getSelectionModel().select(i);
                }
            }
        });
        run(() -> find("#suppressLift", Button.class).fire());
        quiet();
        assertThat(Files.readString(file)).doesNotContain("a copy that nobody reads");
        assertThat(on(() -> find("#subtitle", Label.class).getText())).doesNotContain("suppressed");
    }

    @Test
    @Order(10)
    void findsAFindingByTypingAndShowsItsObjectElsewhere() throws Exception {
        go(Screen.ADVISOR);
        run(() -> find("#search", TextField.class).setText("truncate"));
        assertThat(text("#list")).contains("TRUNCATE public.stock_movement").doesNotContain("newsletter");
        run(() -> find("#detail", Node.class).lookupAll(".button").forEach(node -> {
            if (node instanceof Button button
                    && Texts.say("advisor.show", Screen.PROBES.title()).equals(button.getText())) {
                button.fire();
            }
        }));
        assertThat(text("#detail")).contains("stock_movement");
        run(() -> assertThat(find("#heat", Node.class)).isNotNull());
    }

    @Test
    @Order(11)
    void keepsTheRunAndTriesOneRelationAgain() throws Exception {
        assertThat(desk().history().times()).hasSize(1);
        go(Screen.PROBES);
        int before = desk().verdicts().size();
        run(() -> find("#detail", Node.class).lookupAll(".button").forEach(node -> {
            if (node instanceof Button button && Texts.say("probes.again").equals(button.getText())) {
                button.fire();
            }
        }));
        quiet();
        assertThat(desk().verdicts()).hasSize(before);
        assertThat(desk().history().times()).hasSize(1);
        assertThat(text("#verdict")).contains("another tenant through");
    }

    private static void choose(String table) throws Exception {
        run(() -> {
            ListView<?> tables = find("#tables", ListView.class);
            for (int i = 0; i < tables.getItems().size(); i++) {
                if (tables.getItems().get(i).toString().contains("name=public." + table + ",")) {
                    tables.getSelectionModel().select(i);
                }
            }
        });
        quiet();
    }

    private static List<String> column(String name) throws Exception {
        return on(() -> {
            TableView<?> grid = find("#grid", TableView.class);
            var column = grid.getColumns().stream()
                    .filter(each -> each.getText().equals(name))
                    .findFirst()
                    .orElseThrow();
            List<String> values = new ArrayList<>();
            for (int i = 0; i < grid.getItems().size(); i++) {
                values.add(String.valueOf(column.getCellData(i)));
            }
            return values;
        });
    }

    private static void lens(Lens lens) throws Exception {
        run(() -> desk().lens().set(lens));
        quiet();
    }

    private static void go(Screen screen) throws Exception {
        run(() -> find("#nav-" + screen.key(), Button.class).fire());
        quiet();
    }

    private static Desk desk() {
        Desk desk = window.desk();
        if (desk == null) {
            throw new IllegalStateException("no database is open");
        }
        return desk;
    }

    private static Parent popup() {
        return javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.Popup.class::isInstance)
                .map(popup -> popup.getScene().getRoot())
                .findFirst()
                .orElseThrow();
    }

    /** All words below a node, as a person would read them. */
    private static String text(String selector) throws Exception {
        return on(() -> {
            StringBuilder words = new StringBuilder();
            find(selector, Node.class).lookupAll(".label").forEach(node -> {
                if (node instanceof Label label) {
                    words.append(label.getText()).append('\n');
                }
            });
            return words.toString();
        });
    }

    private static <N extends Node> N find(String selector, Class<N> type) {
        return type.cast(stage.getScene().lookup(selector));
    }

    private static void quiet() throws Exception {
        until(() -> desk().work().running().isEmpty());
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
