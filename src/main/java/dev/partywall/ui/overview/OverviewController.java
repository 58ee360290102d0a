package dev.partywall.ui.overview;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Screen;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import dev.partywall.ui.probes.Headline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How this database stands, at one glance. */
public final class OverviewController implements Page {
    private static final int LINES = 8;

    private final Desk desk;
    private final Lane counting;
    private final Lane remembering;
    private final Parent view;
    private @Nullable Inspection known;

    @FXML
    private Label subtitle;

    @FXML
    private Button probe;

    @FXML
    private HBox verification;

    @FXML
    private HBox tiles;

    @FXML
    private VBox checklist;

    @FXML
    private VBox sizes;

    @FXML
    private VBox nulls;

    @FXML
    private VBox orphans;

    public OverviewController(Desk desk) {
        this.desk = desk;
        this.counting = desk.work().lane();
        this.remembering = desk.work().lane();
        this.view = Fxml.load("overview", this);
        probe.setOnAction(event -> desk.go(Screen.PROBES, Targeted.RUN));
        desk.verdicts().addListener((ListChangeListener<Object>) change -> verification());
        desk.advice().subscribe(said -> tiles());
        verification();
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void open() {
        if (known != desk.found()) {
            known = desk.found();
            show(known);
            remember();
        }
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        counting.cancel();
        desk.advising().stop();
    }

    private void show(Inspection found) {
        subtitle.setText(Texts.say(
                "overview.subtitle",
                found.snapshot().database(),
                found.snapshot().server().text()));
        checklist.getChildren().setAll(Check.of(found).stream().map(this::line).toList());
        tiles();
        desk.advising().ask();
        if (desk.link().hasBypass()) {
            waiting();
            counting.start(
                    Texts.say("overview.job"),
                    progress -> Census.take(desk.link().stoppedBy(progress.cancellation()), found, progress),
                    this::fill);
        } else {
            List.of(sizes, nulls, orphans).forEach(box -> box.getChildren().setAll(muted("overview.nobypass")));
        }
    }

    private void waiting() {
        List.of(sizes, nulls, orphans).forEach(box -> box.getChildren().setAll(muted("overview.waiting")));
    }

    private Node line(Check check) {
        Label text = Words.text(check.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(
                9,
                check.well()
                        ? Icons.of(Feather.CHECK_CIRCLE, "icon-good")
                        : Icons.of(Feather.ALERT_TRIANGLE, "icon-warn"),
                text);
        if (!check.well()) {
            Hyperlink more = new Hyperlink(check.screen().title());
            more.setMinWidth(Hyperlink.USE_PREF_SIZE);
            more.setOnAction(event -> desk.go(check.screen(), null));
            line.getChildren().add(more);
        }
        line.setAccessibleText(check.text());
        return line;
    }

    private void verification() {
        if (desk.verdicts().isEmpty()) {
            verification
                    .getChildren()
                    .setAll(unverified(
                            Texts.say("overview.unverified"),
                            Icons.of(Feather.HELP_CIRCLE, "verdict-icon", "icon-plain")));
        } else {
            verification.getChildren().setAll(Headline.of(desk.verdicts()));
        }
    }

    private static List<Node> unverified(String sentence, Node icon) {
        return List.of(
                icon,
                new VBox(
                        4,
                        Words.text(sentence, "verdict-text"),
                        Words.text(Texts.say("overview.unverified.text"), "muted")));
    }

    /** What was kept on this machine of earlier runs. */
    private void remember() {
        if (desk.verdicts().isEmpty()) {
            remembering.start(
                    Texts.say("probes.history.job"),
                    progress -> LastRun.of(desk.history()),
                    last -> last.ifPresent(known -> {
                        if (desk.verdicts().isEmpty()) {
                            verification.getChildren().setAll(unverified(known.sentence(), known.icon()));
                        }
                    }));
        }
    }

    private void tiles() {
        Inspection found = known;
        if (found == null) {
            return;
        }
        List<Relation> tables = Check.tenantTables(found);
        long secured = tables.stream().filter(Relation::rowSecurity).count();
        long policies = found.snapshot().relations().stream()
                .mapToLong(each -> each.policies().size())
                .sum();
        tiles.getChildren()
                .setAll(
                        new Tile(
                                desk,
                                Screen.POLICIES,
                                Texts.say("overview.of", secured, tables.size()),
                                Texts.say("overview.covered"),
                                secured == tables.size() ? "good" : "bad"),
                        new Tile(
                                desk,
                                Screen.POLICIES,
                                Texts.say("overview.number", policies),
                                Texts.say("overview.policies"),
                                "plain"),
                        findings(desk.advice().get()),
                        new Tile(
                                desk,
                                Screen.BROWSE,
                                Texts.say("overview.number", desk.tenants().size()),
                                Texts.say("overview.tenants"),
                                "plain"));
    }

    private Tile findings(@Nullable Advice said) {
        if (said == null) {
            return new Tile(
                    desk, Screen.ADVISOR, Texts.say("overview.pending"), Texts.say("overview.findings"), "plain");
        }
        long grave = said.findings().stream()
                .filter(each -> each.severity().atLeast(Severity.HIGH))
                .count();
        return new Tile(
                desk,
                Screen.ADVISOR,
                Texts.say("overview.number", said.findings().size()),
                Texts.say("overview.findings.grave", grave),
                grave == 0 ? "good" : "bad");
    }

    private void fill(Census census) {
        sizes.getChildren()
                .setAll(census.rows().isEmpty() ? List.of(muted("overview.sizes.none")) : Bars.of(desk, census.rows()));
        if (!census.uncounted().isEmpty()) {
            String names = census.uncounted().stream()
                    .limit(LINES)
                    .map(RelationName::toString)
                    .collect(Collectors.joining(", "));
            String key = census.uncounted().size() > LINES ? "overview.uncounted.many" : "overview.uncounted";
            sizes.getChildren()
                    .add(Words.text(Texts.say(key, names, census.uncounted().size() - LINES), "caption"));
        }
        nulls.getChildren().setAll(census.nulls().isEmpty() ? List.of(well("overview.nulls.none")) : nulls(census));
        Set<String> registered =
                desk.tenants().stream().map(tenant -> tenant.id()).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(census.rows().keySet());
        unknown.removeAll(registered);
        boolean noRegistry = desk.found().tenancy().registry() == null;
        orphans.getChildren().setAll(orphans(noRegistry, unknown, census.rows()));
    }

    private List<Node> nulls(Census census) {
        List<Node> lines = new ArrayList<>();
        census.nulls().entrySet().stream()
                .sorted(Map.Entry.<RelationName, Long>comparingByValue().reversed())
                .limit(LINES)
                .forEach(entry ->
                        lines.add(Words.text(Texts.say("overview.nulls.line", entry.getKey(), entry.getValue()))));
        rest(lines, census.nulls().size());
        Button go = new Button(Texts.say("overview.nulls.go"), Icons.of(Screen.BACKFILL.icon()));
        go.setOnAction(event -> desk.go(Screen.BACKFILL, null));
        lines.add(go);
        return lines;
    }

    private static void rest(List<Node> lines, int all) {
        if (all > LINES) {
            lines.add(Words.text(Texts.say("overview.sizes.rest", all - LINES), "caption"));
        }
    }

    private static List<Node> orphans(boolean noRegistry, Set<String> unknown, Map<String, Long> rows) {
        if (noRegistry) {
            return List.of(muted("overview.orphans.noregistry"));
        }
        if (unknown.isEmpty()) {
            return List.of(well("overview.orphans.none"));
        }
        List<Node> lines = new ArrayList<>(unknown.stream()
                .limit(LINES)
                .map(id -> (Node) Words.text(Texts.say("overview.orphans.line", id, rows.getOrDefault(id, 0L))))
                .toList());
        rest(lines, unknown.size());
        return lines;
    }

    private static Node muted(String key) {
        return Words.text(Texts.say(key), "muted");
    }

    private static Node well(String key) {
        return new HBox(9, Icons.of(Feather.CHECK_CIRCLE, "icon-good"), Words.text(Texts.say(key)));
    }
}
