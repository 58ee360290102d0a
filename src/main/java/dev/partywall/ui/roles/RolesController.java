package dev.partywall.ui.roles;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Role;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Lane;
import dev.partywall.ui.Page;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The roles, how they hang together, and what each could do past row security. */
public final class RolesController implements Page, Targeted {
    private final Desk desk;
    private final Lane working;
    private final ObservableList<Role> roles = FXCollections.observableArrayList();
    private final FilteredList<Role> shown = new FilteredList<>(roles);
    private final Parent view;
    private @Nullable Inspection known;

    @FXML
    private Label subtitle;

    @FXML
    private CheckBox system;

    @FXML
    private TextField search;

    @FXML
    private ListView<Role> list;

    @FXML
    private ScrollPane picture;

    @FXML
    private VBox detail;

    public RolesController(Desk desk) {
        this.desk = desk;
        this.working = desk.work().lane();
        this.view = Fxml.load("roles", this);
        list.setItems(shown);
        list.setCellFactory(cells -> new RoleCell(desk));
        list.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        search.textProperty().subscribe(typed -> narrow());
        system.selectedProperty().subscribe(chosen -> narrow());
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
        }
    }

    @Override
    public void refresh() {
        desk.reread(this::open);
    }

    @Override
    public void stop() {
        working.cancel();
    }

    /** A role by its name. */
    @Override
    public void show(Object target) {
        String name = target instanceof ObjectRef ref ? ref.name() : target.toString();
        search.clear();
        if (predefined(name)) {
            system.setSelected(true);
        }
        choose(name);
    }

    private void show(Inspection found) {
        Comparator<Role> order = Comparator.comparing(
                        (Role role) -> !role.name().equals(found.appRole()))
                .thenComparing(role -> predefined(role.name()))
                .thenComparing(Role::name);
        roles.setAll(found.snapshot().roles().stream().sorted(order).toList());
        subtitle.setText(Texts.say("roles.subtitle", found.appRole(), roles.size()));
        narrow();
        list.getSelectionModel().selectFirst();
    }

    private void narrow() {
        String typed = search.getText().strip().toLowerCase(Locale.ROOT);
        boolean all = system.isSelected();
        shown.setPredicate(role -> (all || !predefined(role.name()))
                && role.name().toLowerCase(Locale.ROOT).contains(typed));
        Inspection found = known;
        if (found != null) {
            draw(found, all);
        }
    }

    private void draw(Inspection found, boolean all) {
        List<MembershipPicture.Edge> edges = found.snapshot().memberships().stream()
                .filter(member -> all || !predefined(member.role()) && !predefined(member.member()))
                .map(member -> new MembershipPicture.Edge(
                        member.member(), member.role(), member.inherit(), member.set(), member.admin()))
                .toList();
        List<String> names = shown.stream().map(Role::name).toList();
        picture.setContent(
                new MembershipPicture(names, edges, name -> MembershipPicture.tone(found, name), this::choose));
    }

    private void choose(String name) {
        shown.stream().filter(role -> role.name().equals(name)).findFirst().ifPresent(role -> {
            list.getSelectionModel().select(role);
            list.scrollTo(role);
        });
    }

    /** Roles that come with the server (predefined roles, PostgreSQL 18, section 21.5). */
    static boolean predefined(String name) {
        return name.startsWith("pg_");
    }

    private void describe(@Nullable Role role) {
        if (role != null) {
            detail.getChildren().setAll(Portrait.of(desk.found(), role));
            detail.getChildren().add(1, EscapesCard.of(desk.found(), role));
            detail.getChildren().add(BeyondRowSecurity.of(desk, working, role));
            if (picture.getContent() instanceof MembershipPicture drawn) {
                drawn.mark(role.name());
                picture.setVvalue(drawn.depthOf(role.name()));
            }
        }
    }
}
