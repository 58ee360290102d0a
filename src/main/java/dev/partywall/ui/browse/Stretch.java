package dev.partywall.ui.browse;

import dev.partywall.browse.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The pages in memory: a stretch of the relation that moves along as one scrolls, and never grows beyond
 * {@value #PAGES} pages.
 */
final class Stretch {
    static final int PAGES = 6;

    private final Deque<Seen> pages = new ArrayDeque<>();
    /** How many rows lie before the first one in memory; -1 where nobody knows. */
    private long before;

    void start(Seen page, boolean atTheBeginning) {
        pages.clear();
        pages.add(page);
        before = atTheBeginning || page.previous() == null ? 0 : -1;
    }

    void clear() {
        pages.clear();
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    /** Where it goes on downwards; null at the end. */
    @Nullable
    Place next() {
        return pages.isEmpty() ? null : pages.getLast().next();
    }

    /** Where it goes on upwards; null at the beginning. */
    @Nullable
    Place previous() {
        return pages.isEmpty() ? null : pages.getFirst().previous();
    }

    /** @return how many rows it let go at the top */
    int append(Seen page) {
        pages.addLast(page);
        int dropped = pages.size() > PAGES ? size(pages.removeFirst()) : 0;
        before = before < 0 ? -1 : before + dropped;
        return dropped;
    }

    /** @return how many rows it let go at the bottom */
    int prepend(Seen page) {
        pages.addFirst(page);
        before = before < 0 ? -1 : Math.max(0, before - size(page));
        if (page.previous() == null) {
            before = 0;
        }
        return pages.size() > PAGES ? size(pages.removeLast()) : 0;
    }

    /** The number of the first row in memory, from 1; 0 where nobody knows. */
    long firstNumber() {
        return before + 1;
    }

    int rows() {
        return pages.stream().mapToInt(Stretch::size).sum();
    }

    private static int size(Seen page) {
        return page.table().rows().size();
    }
}
