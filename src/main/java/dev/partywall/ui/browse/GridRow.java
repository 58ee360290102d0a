package dev.partywall.ui.browse;

import dev.partywall.browse.RowClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the grid; its class is known only when comparing. */
record GridRow(List<@Nullable String> values, @Nullable RowClass rowClass) {
    static List<GridRow> of(Seen seen) {
        List<GridRow> rows = new ArrayList<>();
        for (int i = 0; i < seen.table().rows().size(); i++) {
            rows.add(new GridRow(
                    seen.table().rows().get(i),
                    seen.classes().isEmpty() ? null : seen.classes().get(i)));
        }
        return rows;
    }
}
