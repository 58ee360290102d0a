package dev.partywall.ui.backfill;

import dev.partywall.backfill.Plan;
import dev.partywall.backfill.Rehearsal;
import dev.partywall.backfill.SetAside;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Columns;
import dev.partywall.ui.part.Figures;
import dev.partywall.ui.part.Words;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One table of the plan: rows of each tenant before and after, and what its dry run showed. */
final class PreviewDetail extends VBox {
    private final Desk desk;
    private final Draft draft;

    private record TenantRows(String tenant, long before, long given, long after) {}

    PreviewDetail(Desk desk, Draft draft) {
        super(10);
        this.desk = desk;
        this.draft = draft;
        getStyleClass().add("detail");
        setMinWidth(0);
    }

    void show(Plan.@Nullable Table table) {
        getChildren().clear();
        if (table == null) {
            return;
        }
        getChildren().addAll(Words.section(table.table().toString()), Ways.badges(table.counts()));
        draft.rehearsal()
                .flatMap(made -> made.tables().stream()
                        .filter(each -> each.table().equals(table.table()))
                        .findFirst())
                .ifPresent(this::rehearsed);
        getChildren().addAll(heading("backfill.perTenant"), tenants(table));
    }

    private static Node heading(String key) {
        return Words.text(Texts.say(key), "group-heading");
    }

    private TableView<TenantRows> tenants(Plan.Table table) {
        TableView<TenantRows> grid = Tables.of("perTenant", "backfill.perTenant");
        grid.getColumns().add(Columns.text(Texts.say("backfill.tenant.column"), 190, row -> desk.nameOf(row.tenant())));
        grid.getColumns().add(Columns.number(Texts.say("backfill.before"), 80, TenantRows::before));
        grid.getColumns().add(Columns.number(Texts.say("backfill.given"), 80, TenantRows::given));
        grid.getColumns().add(Columns.number(Texts.say("backfill.after"), 80, TenantRows::after));
        Tables.fill(
                grid,
                new TreeSet<>(table.after().keySet())
                        .stream().map(tenant -> rows(table, tenant)).toList());
        return grid;
    }

    private static TenantRows rows(Plan.Table table, String tenant) {
        return new TenantRows(
                tenant,
                table.before().getOrDefault(tenant, 0L),
                table.tenants().getOrDefault(tenant, 0L),
                table.after().getOrDefault(tenant, 0L));
    }

    private void rehearsed(Rehearsal.Table made) {
        getChildren()
                .add(Words.text(Texts.say(
                        made.sampled() ? "backfill.tried.sample" : "backfill.tried.all",
                        made.tried(),
                        made.changed(),
                        Figures.time(made.time()),
                        Figures.bytes(made.walBytes()))));
        made.sideEffects().forEach(sentence -> getChildren().add(Words.text(sentence, "warn")));
        if (!made.aside().isEmpty()) {
            getChildren().addAll(heading("backfill.expected"), asides(made.aside()));
        }
        if (!made.rows().isEmpty()) {
            getChildren().addAll(heading("backfill.some"), some(made.rows()));
        }
    }

    /** Rows the server refused, and what it said. */
    static TableView<SetAside> asides(List<SetAside> aside) {
        TableView<SetAside> grid = Tables.of("aside", "backfill.expected");
        grid.getColumns().add(Columns.text(Texts.say("backfill.row"), 130, row -> String.join(", ", row.key())));
        grid.getColumns().add(Columns.text(Texts.say("backfill.code"), 66, SetAside::sqlState));
        grid.getColumns().add(Columns.text(Texts.say("backfill.error"), 300, SetAside::error));
        Tables.fill(grid, aside);
        return grid;
    }

    private TableView<Rehearsal.Sample> some(List<Rehearsal.Sample> rows) {
        TableView<Rehearsal.Sample> grid = Tables.of("some", "backfill.some");
        grid.getColumns().add(Columns.text(Texts.say("backfill.row"), 220, row -> String.join(", ", row.key())));
        grid.getColumns().add(Columns.text(Texts.say("backfill.gets"), 200, this::gets));
        Tables.fill(grid, rows);
        return grid;
    }

    private String gets(Rehearsal.Sample row) {
        return row.tenant().isEmpty() ? Texts.say("backfill.gone") : desk.nameOf(row.tenant());
    }
}
