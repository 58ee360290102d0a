package dev.partywall.probe;

import dev.partywall.failure.Failure;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks about many things at once, and where that is refused about ever fewer, until it is known who is to blame. */
final class Halving {
    private static final int AT_ONCE = 40;

    private Halving() {}

    /**
     * @param ask throws {@link Failure} where refused
     * @param blame told of each single thing that is refused
     */
    static <T> void over(List<T> things, Consumer<List<T>> ask, BiConsumer<T, Failure> blame) {
        for (int from = 0; from < things.size(); from += AT_ONCE) {
            halve(things.subList(from, Math.min(from + AT_ONCE, things.size())), ask, blame);
        }
    }

    private static <T> void halve(List<T> things, Consumer<List<T>> ask, BiConsumer<T, Failure> blame) {
        try {
            ask.accept(things);
        } catch (Failure refused) {
            if (refused.sqlState() == null || refused.sqlState().startsWith("08")) {
                throw refused;
            }
            if (things.size() == 1) {
                blame.accept(things.getFirst(), refused);
                return;
            }
            int middle = things.size() / 2;
            halve(things.subList(0, middle), ask, blame);
            halve(things.subList(middle, things.size()), ask, blame);
        }
    }
}
