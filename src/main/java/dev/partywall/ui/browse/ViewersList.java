package dev.partywall.ui.browse;

import dev.partywall.browse.Viewers;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Icons;
import dev.partywall.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who can see a row: those who do, then some of those who do not. */
final class ViewersList extends VBox {
    private static final int OTHERS = 8;

    private final Desk desk;

    ViewersList(Desk desk, Viewers viewers) {
        super(4);
        this.desk = desk;
        setId("viewers");
        List<Viewers.Viewer> others = viewers.viewers().stream()
                .filter(viewer -> !viewer.sees().isTrue())
                .toList();
        getChildren().add(Words.section(Texts.say("why.viewers")));
        viewers.seeing().forEach(viewer -> getChildren().add(line(viewer)));
        if (viewers.seeing().isEmpty()) {
            getChildren().add(Words.text(Texts.say("why.viewers.none")));
        }
        others.stream().limit(OTHERS).forEach(viewer -> getChildren().add(line(viewer)));
        if (others.size() > OTHERS) {
            getChildren().add(Words.text(Texts.say("why.viewers.more", others.size() - OTHERS), "caption"));
        }
        if (viewers.more()) {
            getChildren()
                    .add(Words.text(
                            Texts.say("why.viewers.unasked", viewers.viewers().size()), "caption"));
        }
    }

    private Node line(Viewers.Viewer viewer) {
        Label name =
                Words.text(viewer.lens() instanceof Lens.Tenant tenant ? desk.nameOf(tenant.id()) : viewer.label());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(
                8,
                Icons.of(WhyText.icon(viewer.sees()), "icon-" + WhyText.tone(viewer.sees())),
                name,
                WhyText.badge(viewer.sees()));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
