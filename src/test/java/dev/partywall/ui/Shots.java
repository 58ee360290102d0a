package dev.partywall.ui;

import dev.partywall.connect.Lens;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/**
 * For whoever works on the looks: drives the real window through every screen, in both themes and two sizes, and writes
 * a picture of each. {@code java ... dev.partywall.ui.Shots FOLDER [SAMPLE [backfill]]}
 */
public final class Shots {
    private final File folder;
    private final String sample;
    private final String only;
    private final Stage stage;
    private final Window window;

    private Shots(File folder, String sample, String only, Stage stage, Window window) {
        this.folder = folder;
        this.sample = sample;
        this.only = only;
        this.stage = stage;
        this.window = window;
    }

    public static void main(String[] args) throws Exception {
        File folder = new File(args.length > 0 ? args[0] : "/tmp/shots");
        Files.createDirectories(folder.toPath());
        Path settings = Files.createTempDirectory("shots");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        Stage stage = on(Stage::new);
        Window window = on(() -> new Window(stage, Work.threaded(), settings));
        on(() -> {
            window.show();
            return 0;
        });
        try {
            new Shots(folder, args.length > 1 ? args[1] : "leaky-shop", args.length > 2 ? args[2] : "", stage, window)
                    .all();
        } catch (Throwable failure) {
            failure.printStackTrace();
        }
        on(() -> {
            stage.hide();
            return 0;
        });
        System.exit(0);
    }

    private void all() throws Exception {
        size(1280, 800);
        themed("start");
        on(() -> {
            ListView<?> samples = (ListView<?>) find("#samples");
            for (int i = 0; i < samples.getItems().size(); i++) {
                if (samples.getItems().get(i).toString().contains(sample)) {
                    samples.getSelectionModel().select(i);
                }
            }
            ((Button) find("#openDemo")).fire();
            return 0;
        });
        until(() -> window.desk() != null);
        if (only.equals("backfill")) {
            backfill();
            return;
        }
        for (Screen screen : Screen.values()) {
            go(screen);
            themed(screen.key());
        }
        backfill();
        go(Screen.PROBES);
        on(() -> {
            ((ButtonBase) find("#run")).fire();
            return 0;
        });
        quiet();
        themed("probes-run");
        go(Screen.OVERVIEW);
        themed("overview-verified");
        lenses();
        size(1920, 1080);
        for (Screen screen : List.of(Screen.OVERVIEW, Screen.BROWSE, Screen.POLICIES, Screen.PROBES)) {
            go(screen);
            shot(screen.key() + "-1920");
        }
    }

    private void backfill() throws Exception {
        go(Screen.BACKFILL);
        themed("backfill-1-find");
        press("#chooseAll");
        press("#next");
        themed("backfill-2-decide");
        press("#clear");
        themed("backfill-2-decided");
        on(() -> {
            find("#way-leave").requestFocus();
            return 0;
        });
        leaveTheRest();
        press("#next");
        themed("backfill-3-preview");
        press("#rehearse");
        themed("backfill-3-rehearsed");
        press("#next");
        themed("backfill-4-ready");
        press("#execute");
        themed("backfill-4-done");
        press("#next");
        themed("backfill-5-verify");
        press("#close");
        themed("backfill-5-closed");
        size(1920, 1080);
        shot("backfill-5-closed-1920");
        for (String step : List.of("find", "decide")) {
            press("#step-" + step);
            shot("backfill-" + step + "-1920");
        }
        size(1280, 800);
    }

    private void leaveTheRest() throws Exception {
        ListView<?> tables = (ListView<?>) find("#deciding");
        int all = on(() -> tables.getItems().size());
        for (int i = 0; i < all && Boolean.TRUE.equals(on(() -> find("#next").isDisabled())); i++) {
            int row = i;
            on(() -> {
                tables.getSelectionModel().select(row);
                return 0;
            });
            quiet();
            boolean open = on(() -> ((javafx.scene.control.RadioButton) find("#way-leave"))
                            .getToggleGroup()
                            .getSelectedToggle()
                    == null);
            if (open) {
                themed("backfill-2-open-" + i);
                press("#way-leave");
            }
        }
    }

    private void press(String selector) throws Exception {
        boolean pressed = on(() -> {
            if (!(find(selector) instanceof javafx.scene.control.ButtonBase button) || button.isDisabled()) {
                return false;
            }
            button.fire();
            return true;
        });
        if (!pressed) {
            System.err.println("not there or disabled: " + selector);
        }
        quiet();
    }

    private void lenses() throws Exception {
        Desk desk = desk();
        lens(new Lens.Tenant(desk.tenants().getFirst().id()));
        go(Screen.BROWSE);
        on(() -> {
            ListView<?> tables = (ListView<?>) find("#tables");
            tables.getSelectionModel().select(Math.min(2, tables.getItems().size() - 1));
            return 0;
        });
        quiet();
        on(() -> {
            TableView<?> grid = (TableView<?>) find("#grid");
            if (grid != null && !grid.getItems().isEmpty()) {
                select(grid, 0, 2);
            }
            return 0;
        });
        themed("browse-tenant");
        lens(new Lens.Everyone());
        themed("browse-everyone");
        lens(new Lens.Nobody());
        themed("browse-nobody");
        lens(new Lens.Tenant(desk.tenants().getFirst().id()));
        go(Screen.POLICIES);
        on(() -> {
            select((TableView<?>) find("#matrix"), 5, 1);
            return 0;
        });
        themed("policies-cell");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void select(TableView table, int row, int column) {
        table.getSelectionModel().clearAndSelect(row, (javafx.scene.control.TableColumn)
                table.getColumns().get(column));
    }

    private void lens(Lens lens) throws Exception {
        on(() -> {
            desk().lens().set(lens);
            return 0;
        });
        quiet();
    }

    private Desk desk() {
        Desk desk = window.desk();
        if (desk == null) {
            throw new IllegalStateException("no database is open");
        }
        return desk;
    }

    private void go(Screen screen) throws Exception {
        on(() -> {
            ((Button) find("#nav-" + screen.key())).fire();
            return 0;
        });
        quiet();
    }

    private void quiet() throws Exception {
        until(() -> desk().work().running().isEmpty());
    }

    private Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    private void size(double width, double height) throws Exception {
        on(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return 0;
        });
    }

    private void themed(String name) throws Exception {
        theme(Theme.LIGHT);
        shot(name + "-light");
        theme(Theme.DARK);
        shot(name + "-dark");
        theme(Theme.LIGHT);
    }

    private void theme(Theme wanted) throws Exception {
        on(() -> {
            while (window.theme() != wanted) {
                window.nextTheme();
            }
            return 0;
        });
    }

    private void shot(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(5);
        on(() -> {
            write(stage.getScene(), new File(folder, name + ".png"));
            return 0;
        });
    }

    private static void write(Scene scene, File file) throws IOException {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(picture, "png", file);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> on(condition));
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    private static <T> T on(Callable<T> step) throws Exception {
        return WaitForAsyncUtils.asyncFx(step).get(120, TimeUnit.SECONDS);
    }
}
