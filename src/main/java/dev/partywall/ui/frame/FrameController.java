package dev.partywall.ui.frame;

import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.profile.Environment;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Fxml;
import dev.partywall.ui.Page;
import dev.partywall.ui.Screen;
import dev.partywall.ui.Targeted;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Theme;
import dev.partywall.ui.Trouble;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.ThemeButton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stays around every screen of an open database. */
public final class FrameController {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");

    private final Desk desk;
    private final Function<Screen, Page> pages;
    private final Surroundings surroundings;
    private final Map<Screen, Page> opened = new EnumMap<>(Screen.class);
    private final Map<Screen, Button> entries = new EnumMap<>(Screen.class);
    private final Parent view;
    private Screen front = Screen.OVERVIEW;

    @FXML
    private BorderPane root;

    @FXML
    private Label profileName;

    @FXML
    private Label environment;

    @FXML
    private Label place;

    @FXML
    private ToggleButton asTenant;

    @FXML
    private ToggleButton asCompared;

    @FXML
    private ToggleButton asNobody;

    @FXML
    private ToggleButton asEveryone;

    @FXML
    private Button running;

    @FXML
    private Label appRole;

    @FXML
    private Label bypassRole;

    @FXML
    private Button palette;

    @FXML
    private Button refresh;

    @FXML
    private Button theme;

    @FXML
    private Button leave;

    @FXML
    private VBox notices;

    @FXML
    private VBox navigation;

    @FXML
    private StackPane stage;

    @FXML
    private HBox proofStrip;

    private final LensBar lensBar;

    /** What the frame needs of the window it is in. */
    public interface Surroundings {
        Theme theme();

        void nextTheme();

        void leave();
    }

    public FrameController(Desk desk, Function<Screen, Page> pages, Surroundings surroundings) {
        this.desk = desk;
        this.pages = pages;
        this.surroundings = surroundings;
        this.view = Fxml.load("frame", this);
        this.lensBar = new LensBar(desk, asTenant, asCompared, asNobody, asEveryone);
        wire();
    }

    public Parent root() {
        return view;
    }

    private void wire() {
        header();
        navigation();
        ProofStrip strip = new ProofStrip(proofStrip);
        desk.proof().subscribe(strip::show);
        desk.lens().subscribe(this::tint);
        desk.against().subscribe(() -> tint(desk.lens().get()));
        desk.work().onTrouble(this::complain);
        desk.onGo(this::go);
        new RunningWork(desk.work(), running);
        Shortcuts.install(view, this);
    }

    private void header() {
        profileName.setText(desk.profile().name());
        profileName.setTooltip(new Tooltip(desk.profile().name()));
        Environment where = desk.profile().environment();
        String word = where.name().toLowerCase(Locale.ROOT);
        environment.setText(Texts.say("environment." + word));
        environment.getStyleClass().add("environment-" + word);
        root.getStyleClass().add("in-" + word);
        place.textProperty().bind(desk.inspection().map(Places::of).orElse(Texts.say("frame.reading")));
        appRole.textProperty()
                .bind(desk.inspection()
                        .map(found -> Texts.say("frame.app", found.app().currentUser()))
                        .orElse(""));
        bypassRole
                .textProperty()
                .bind(desk.inspection().map(found -> bypass(found.bypass())).orElse(""));
        palette.setOnAction(event -> openPalette());
        refresh.setOnAction(event -> refresh());
        leave.setOnAction(event -> surroundings.leave());
        ThemeButton.wire(theme, surroundings::theme, surroundings::nextTheme);
    }

    private static String bypass(@Nullable Attestation who) {
        return who == null ? Texts.say("frame.bypass.none") : Texts.say("frame.bypass", who.currentUser());
    }

    private void navigation() {
        for (Screen screen : Screen.values()) {
            Button entry = new Button(screen.title(), Icons.of(screen.icon()));
            entry.getStyleClass().addAll("flat", "nav-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setOnAction(event -> go(screen, null));
            entry.setId("nav-" + screen.key());
            entries.put(screen, entry);
            navigation.getChildren().add(entry);
        }
    }

    private void tint(@Nullable Lens lens) {
        root.getStyleClass().removeIf(name -> name.startsWith("lens-"));
        root.getStyleClass().add(lens == null ? "lens-none" : style(lens));
    }

    private String style(Lens lens) {
        return switch (lens) {
            case Lens.Tenant tenant -> desk.against().get() == null ? "lens-tenant" : "lens-compared";
            case Lens.Nobody nobody -> "lens-nobody";
            case Lens.Everyone everyone -> "lens-everyone";
        };
    }

    /** Brings a screen to the front. */
    public void go(Screen screen, @Nullable Object target) {
        front = screen;
        entries.forEach((each, entry) -> entry.pseudoClassStateChanged(FRONT, each == screen));
        Page page = opened.computeIfAbsent(screen, pages);
        stage.getChildren().setAll(page.root());
        if (screen != Screen.BROWSE) {
            desk.proof().set(null);
        }
        page.open();
        if (target != null && page instanceof Targeted targeted) {
            targeted.show(target);
        }
    }

    void refresh() {
        Page page = opened.get(front);
        if (page != null) {
            page.refresh();
        }
    }

    void stop() {
        Page page = opened.get(front);
        if (page != null) {
            page.stop();
        }
    }

    LensBar lensBar() {
        return lensBar;
    }

    void openPalette() {
        new Palette(desk, this).open(root);
    }

    void nextTheme() {
        theme.fire();
    }

    /** Shows a failure above the screen until somebody closes it; the newest three stay. */
    public void complain(Trouble trouble) {
        Notice shown = new Notice(trouble, notice -> notices.getChildren().remove(notice));
        offer(trouble, shown);
        notices.getChildren().addFirst(shown);
        if (notices.getChildren().size() > 3) {
            notices.getChildren().removeLast();
        }
    }

    /** After a sleep the bypass role comes back only by hand; after a lost connection one tries again. */
    private void offer(Trouble trouble, Notice notice) {
        if (desk.link().bypassWithheld()) {
            notice.offer("reconnect", Texts.say("notice.reconnect"), () -> {
                desk.link().reconnectBypass();
                refresh();
            });
        } else if (trouble.lostConnection()) {
            notice.offer("tryAgain", Texts.say("notice.again"), this::refresh);
        }
    }
}
