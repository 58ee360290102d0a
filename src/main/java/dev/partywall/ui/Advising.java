package dev.partywall.ui;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Advice;
import dev.partywall.report.Verification;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Asks the rules, then the scans of the data, once for each reading of the database. All screens see the same answer. */
public final class Advising {
    private final Desk desk;
    private final Lane lane;
    private @Nullable Inspection asked;

    Advising(Desk desk) {
        this.desk = desk;
        this.lane = desk.work().lane();
    }

    /** Whether an answer, or the part of it that needs the data, is still to come. */
    public ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    /** Asks, unless this reading was asked about already. */
    public void ask() {
        Inspection found = desk.found();
        if (asked != found) {
            asked = found;
            lane.start(Texts.say("advisor.job"), progress -> Verification.rules(found), rules -> {
                desk.advice().set(rules);
                scan(found, rules);
            });
        }
    }

    private void scan(Inspection found, Advice rules) {
        if (desk.link().hasBypass()) {
            lane.start(
                            Texts.say("advisor.scanning"),
                            progress -> Verification.withScans(
                                    desk.link().stoppedBy(progress.cancellation()), found, rules),
                            desk.advice()::set)
                    .whenStopped(() -> asked = null);
        }
    }

    /** Leaves what is known by now. */
    public void stop() {
        lane.cancel();
    }
}
