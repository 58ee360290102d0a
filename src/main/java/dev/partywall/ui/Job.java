package dev.partywall.ui;

import dev.partywall.connect.Cancellation;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Something long that runs for the person at the screen. Its properties change on the screen's thread only. */
public final class Job {
    private final String title;
    private final Cancellation cancellation = new Cancellation();
    private final Consumer<Cancellation> canceller;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper(false);
    private Runnable whenStopped = () -> {};

    Job(String title, Consumer<Cancellation> canceller) {
        this.title = title;
        this.canceller = canceller;
    }

    public String title() {
        return title;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Stops the statement on the server, and what would follow it. Returns at once. */
    public void cancel() {
        canceller.accept(cancellation);
    }

    /** Runs on the screen's thread if the job ended because somebody wished so. */
    public Job whenStopped(Runnable step) {
        whenStopped = step;
        return this;
    }

    /** Between 0 and 1, or -1 while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    void show(double fraction, String text) {
        progress.set(fraction);
        message.set(text);
    }

    void stopped() {
        whenStopped.run();
    }

    void end() {
        ended.set(true);
    }
}
