package dev.partywall.backfill;

import dev.partywall.connect.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch, and what became of it.
 *
 * @param key where it was found
 * @param wanted whether it was to get a tenant
 * @param tenant what it has now; null where nothing was changed
 * @param place where it is now, for tables without a key
 */
record LookedAt(
        long transaction,
        Agreement agreement,
        boolean wanted,
        @Nullable String tenant,
        @Nullable String place,
        List<String> key) {

    static LookedAt of(Row row, int keySize) {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < keySize; i++) {
            key.add(row.get(6 + i));
        }
        return new LookedAt(
                row.number(1),
                Agreement.valueOf(row.get(2)),
                row.text(3) != null && row.flag(3),
                row.text(4),
                row.text(5),
                List.copyOf(key));
    }

    boolean changed() {
        return tenant != null;
    }

    /** Key, or new place, and tenant: what a journal keeps. */
    List<String> journalled() {
        String newPlace = place;
        List<String> line = new ArrayList<>(newPlace == null ? key : Arrays.asList(newPlace.split(" ")));
        line.add(java.util.Objects.requireNonNull(tenant));
        return line;
    }
}
