package dev.partywall.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.browse.copy.CopyFormat;
import dev.partywall.browse.export.ExportFormat;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Samples;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Proof;
import dev.partywall.ui.TestDesk;
import dev.partywall.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real screen on the leaky shop; all work is done at once. */
class BrowseScreenTest {
    private static final Lens ACME = new Lens.Tenant("acme");

    @TempDir
    static Path folder;

    private static EmbeddedServer server;
    private static Desk desk;
    private static BrowseController screen;
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        server = EmbeddedServer.start();
        FxToolkit.registerPrimaryStage();
        desk = on(() -> TestDesk.open(Samples.named("leaky-shop").load(server), folder));
        screen = on(() -> new BrowseController(desk));
        stage = on(Stage::new);
        run(() -> {
            stage.setScene(new Scene(screen.root(), 1280, 800));
            stage.show();
            screen.open();
        });
    }

    @AfterAll
    static void close() throws Exception {
        run(() -> {
            stage.hide();
            desk.close();
        });
        server.close();
    }

    @BeforeEach
    void asAcme() throws Exception {
        run(() -> {
            desk.against().set(null);
            desk.lens().set(ACME);
        });
    }

    @Test
    void noOtherTenantsRowReachesGridOrClipboard() throws Exception {
        show("customer");
        assertThat(column("tenant_id")).hasSizeGreaterThan(100).containsOnly("acme");
        for (CopyFormat format : CopyFormat.values()) {
            assertThat(copied(format)).contains("acme").doesNotContain("globex");
        }
    }

    @Test
    void copiesInEveryForm() throws Exception {
        show("category");
        assertThat(copied(CopyFormat.TSV)).contains("\tacme\t");
        assertThat(copied(CopyFormat.CSV)).startsWith("id,tenant_id");
        assertThat(copied(CopyFormat.JSON)).contains("\"tenant_id\" : \"acme\"");
        assertThat(copied(CopyFormat.INSERT)).startsWith("INSERT INTO public.category (id, tenant_id");
        assertThat(copied(CopyFormat.IN_LIST)).startsWith("(");
        assertThat(copied(CopyFormat.MARKDOWN)).startsWith("| id | tenant_id");
    }

    @Test
    void exportsWhatTheLensSeesAndSaysAsWhom() throws Exception {
        show("customer");
        Path file = folder.resolve("customer.csv");
        run(() -> new ExportDialog(desk, ACME, Asked.of(relation("customer"))).write(ExportFormat.CSV, file));
        assertThat(Files.readString(file)).contains("acme").doesNotContain("globex");
        assertThat(Files.readString(folder.resolve("customer.csv.about.json"))).contains("acme");
    }

    @Test
    void withholdsRowsWhereTheServerAttestsSomethingElse() throws Exception {
        show("product");
        assertThat(column("tenant_id")).isNotEmpty();
        alter("ALTER TABLE public.product DISABLE ROW LEVEL SECURITY");
        run(() -> screen.open());
        try {
            assertThat(on(() -> grid().getItems())).isEmpty();
            assertThat(words("#body")).contains(Texts.say("browse.withheld"));
            assertThat(on(() -> desk.proof().get())).extracting(Proof::broken).isEqualTo(true);
        } finally {
            alter("ALTER TABLE public.product ENABLE ROW LEVEL SECURITY");
        }
    }

    @Test
    void explainsAHiddenRow() throws Exception {
        compare("customer");
        run(() -> {
            int hidden = column0("tenant_id").indexOf("globex");
            grid().getSelectionModel()
                    .clearAndSelect(hidden, grid().getColumns().getFirst());
            side().explain();
        });
        assertThat(label("#why-verdict")).isEqualTo(Texts.say("why.select.no", "Acme Ltd"));
        assertThat(words("#why")).contains("tenant_isolation", "globex", "acme", Texts.say("truth.false"));
        run(() -> find("#why-delete", ToggleButton.class).fire());
        assertThat(label("#why-verdict")).isEqualTo(Texts.say("why.delete.no", "Acme Ltd"));
        run(() -> find("#why-viewers", Button.class).fire());
        assertThat(words("#viewers")).contains("Globex", Texts.say("truth.true"));
    }

    @Test
    void classesRowsAndCountsThemAsTheDatabaseDoes() throws Exception {
        compare("newsletter_subscriber");
        long own = count("SELECT count(*) FROM public.newsletter_subscriber WHERE tenant_id = 'acme'");
        long others = count("SELECT count(*) FROM public.newsletter_subscriber WHERE tenant_id <> 'acme'");
        assertThat(text("#class-visible")).isEqualTo(Texts.say("class.count", Texts.say("class.visible"), own));
        assertThat(text("#class-leak")).isEqualTo(Texts.say("class.count", Texts.say("class.leak"), others));
        run(() -> find("#class-leak", ToggleButton.class).fire());
        assertThat(column("tenant_id")).hasSize((int) others).doesNotContain("acme");
    }

    @Test
    void comparesATenantWithNobody() throws Exception {
        compare("category");
        run(() -> desk.against().set(new Lens.Nobody()));
        assertThat(column("tenant_id")).isNotEmpty().containsOnly("acme");
        assertThat(on(() -> find("#pinned", TableView.class).getColumns())).hasSize(1);
    }

    @Test
    void followsAForeignKeyThroughTheLensAndComesBack() throws Exception {
        show("orders");
        run(() -> {
            grid().getSelectionModel().clearAndSelect(0, grid().getColumns().getFirst());
            side().showRow();
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            find("#links", javafx.scene.layout.VBox.class).getChildren().stream()
                    .map(javafx.scene.control.Hyperlink.class::cast)
                    .filter(link -> link.getText().startsWith("customer"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        assertThat(label("#tableName")).isEqualTo("customer");
        assertThat(column("tenant_id")).containsExactly("acme");
        run(() -> find("#back", Button.class).fire());
        assertThat(label("#tableName")).isEqualTo("orders");
    }

    @Test
    void aQueryIsBoundToTheLensAndRefusedWhenItIsMore() throws Exception {
        run(() -> find("#query", ToggleButton.class).fire());
        ask("select tenant_id from customer");
        assertThat(label("#query-refusal")).isEmpty();
        assertThat(column("tenant_id")).isNotEmpty().containsOnly("acme");
        for (String more : List.of(
                "select 1; delete from customer",
                "delete from customer",
                "select set_config('app.current_tenant', 'globex', true)",
                "set app.current_tenant = 'globex'")) {
            ask(more);
            assertThat(label("#query-refusal")).as(more).isNotEmpty();
            assertThat(on(() -> find("#grid", TableView.class) == null))
                    .as(more)
                    .isTrue();
        }
        run(() -> find("#query", ToggleButton.class).fire());
    }

    @Test
    void hidesMovesAndPinsColumnsAndRemembersIt() throws Exception {
        show("customer");
        run(() -> {
            GridColumns columns = gridOf().columns().orElseThrow();
            columns.show("email", false);
            columns.pin("full_name", true);
            gridOf().arrange();
        });
        show("orders");
        show("customer");
        assertThat(on(() -> names(grid()))).doesNotContain("email", "full_name");
        assertThat(on(() -> names(find("#pinned", TableView.class)))).containsExactly("full_name");
        run(() -> {
            gridOf().columns().orElseThrow().usual();
            gridOf().arrange();
        });
        assertThat(on(() -> names(grid()))).contains("email", "full_name");
    }

    private static void ask(String statement) throws Exception {
        run(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            find("#query-text", TextArea.class).setText(statement);
            find("#query-run", Button.class).fire();
        });
    }

    private static void compare(String table) throws Exception {
        run(() -> desk.against().set(new Lens.Everyone()));
        show(table);
    }

    private static void show(String table) throws Exception {
        run(() -> {
            screen.show(new RelationName("public", table));
            stage.getScene().getRoot().layout();
        });
    }

    private static dev.partywall.catalog.Relation relation(String table) {
        return desk.found()
                .snapshot()
                .relation(new RelationName("public", table))
                .orElseThrow();
    }

    /** What the whole grid is on the clipboard. */
    private static String copied(CopyFormat format) throws Exception {
        return on(() -> {
            grid().getSelectionModel().selectAll();
            new CopyOut(gridOf(), () -> relation(find("#tableName", Label.class).getText())).copy(format);
            return Clipboard.getSystemClipboard().getString();
        });
    }

    private static Grid gridOf() {
        return (Grid) grid().getParent();
    }

    private static SidePanel side() {
        return find("#side", SidePanel.class);
    }

    @SuppressWarnings("unchecked")
    private static TableView<GridRow> grid() {
        TableView<GridRow> shown = (TableView<GridRow>) screen.root().lookup("#grid");
        return shown == null ? new TableView<>() : shown;
    }

    private static List<String> names(TableView<?> table) {
        return table.getColumns().stream().<String>map(TableColumn::getText).toList();
    }

    private static List<String> column(String name) throws Exception {
        return on(() -> column0(name));
    }

    private static List<String> column0(String name) {
        TableColumn<GridRow, ?> column = grid().getColumns().stream()
                .filter(each -> each.getText().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < grid().getItems().size(); i++) {
            values.add(String.valueOf(column.getCellData(i)));
        }
        return values;
    }

    private static long count(String sql) {
        return desk.link()
                .read(SessionContext.bypass(), "count", session -> Long.parseLong(session.value(Sql.of(sql))));
    }

    private static void alter(String sql) throws SQLException {
        String url = server.url(desk.found().snapshot().database());
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String label(String selector) throws Exception {
        return on(() -> find(selector, Label.class).getText());
    }

    private static String text(String selector) throws Exception {
        return on(() -> find(selector, ToggleButton.class).getText());
    }

    private static String words(String selector) throws Exception {
        return on(() -> {
            stage.getScene().getRoot().applyCss();
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
        return type.cast(screen.root().lookup(selector));
    }

    private static void run(Runnable step) throws Exception {
        on(() -> {
            step.run();
            return 0;
        });
    }

    private static <T> T on(Callable<T> step) throws Exception {
        return WaitForAsyncUtils.asyncFx(step).get(60, TimeUnit.SECONDS);
    }
}
