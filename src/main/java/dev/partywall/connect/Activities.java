package dev.partywall.connect;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the listeners what was done. */
final class Activities {
    private final List<Consumer<Activity>> listeners = new CopyOnWriteArrayList<>();

    void listen(Consumer<Activity> listener) {
        listeners.add(listener);
    }

    Recording begin(Side side, String user, String purpose) {
        return new Recording(side, user, purpose, this::tell);
    }

    void tell(Activity activity) {
        listeners.forEach(listener -> listener.accept(activity));
    }
}
