package dev.partywall.probe;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into parts that are done in one go, so that no snapshot and no transaction lasts for long. */
final class Slices {
    private static final int SIZE = 25;

    private Slices() {}

    static int count(int things) {
        return (things + SIZE - 1) / SIZE;
    }

    static <T> List<List<T>> of(List<T> all) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            slices.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return slices;
    }
}
