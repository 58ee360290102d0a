package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.catalog.RelationName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;

/** From table to table along foreign keys, and back. */
final class Journey {
    private static final int REMEMBERED = 50;

    private final Consumer<Stop> traveller;
    private final Deque<Stop> past = new ArrayDeque<>();
    private final BooleanProperty atStart = new SimpleBooleanProperty(true);
    private Stop here = new Stop(new RelationName("", ""), List.of());

    /** A table and the conditions it was looked at with. */
    record Stop(RelationName relation, List<Filter> filters) {}

    Journey(Consumer<Stop> traveller) {
        this.traveller = traveller;
    }

    void bind(Button back) {
        back.disableProperty().bind(atStart);
        back.setOnAction(event -> back());
    }

    /** Somebody went there by other ways; Back leads here from there. */
    void arrived(Stop stop) {
        if (!here.relation().name().isEmpty() && !here.equals(stop)) {
            past.push(here);
        }
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
        here = stop;
        atStart.set(past.isEmpty());
    }

    void to(RelationName relation, List<Filter> filters) {
        traveller.accept(new Stop(relation, filters));
    }

    void back() {
        if (!past.isEmpty()) {
            Stop stop = past.pop();
            here = stop;
            traveller.accept(stop);
            atStart.set(past.isEmpty());
        }
    }
}
