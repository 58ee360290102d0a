package dev.partywall.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.partywall.connect.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of what {@code batch.sql} and {@code batch-delete.sql} bring: rows of a batch with the same fate.
 *
 * @param keys for each column of the key a JSON array of texts; for {@link What#LAST} the text itself
 * @param copies a JSON array of the rows themselves, where they were deleted
 */
record BatchPart(
        What what,
        @Nullable String agreement,
        @Nullable String tenant,
        @Nullable String transaction,
        long rows,
        @Nullable String copies,
        List<@Nullable String> keys) {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final int FIRST_KEY = 7;

    /** What became of the rows. */
    enum What {
        /** They have the planned tenant. */
        SET,
        /** They are no more. */
        DELETED,
        /** A trigger gave them another tenant than the planned one. */
        REWRITTEN,
        /** They were not to change. */
        LEFT,
        /** They were to change and did not. */
        KEPT,
        /** Says how many were looked at, and which was the last. */
        LAST
    }

    static BatchPart of(Row row, int keySize) {
        List<@Nullable String> keys = new ArrayList<>();
        IntStream.range(0, keySize).forEach(i -> keys.add(row.text(FIRST_KEY + i)));
        return new BatchPart(
                What.valueOf(row.get(1)), row.text(2), row.text(3), row.text(4), row.number(5), row.text(6), keys);
    }

    JournalLine.Rows journalled() {
        String rowsThemselves = copies;
        return new JournalLine.Rows(tenant, columns(), rowsThemselves == null ? null : texts(rowsThemselves));
    }

    /** Each row's key. */
    List<List<String>> rowKeys() {
        List<List<String>> columns = columns();
        return IntStream.range(0, columns.getFirst().size())
                .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
                .toList();
    }

    List<String> lastKey() {
        return keys.stream().map(key -> Objects.requireNonNull(key)).toList();
    }

    private List<List<String>> columns() {
        return keys.stream().map(key -> texts(Objects.requireNonNull(key))).toList();
    }

    /** The texts of a JSON array. */
    static List<String> texts(String json) {
        try {
            return PlanFile.JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server writes JSON", e);
        }
    }
}
