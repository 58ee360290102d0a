package dev.partywall.cli;

import dev.partywall.backfill.Rehearsal;
import dev.partywall.backfill.SetAside;
import java.util.Locale;
import java.util.TreeMap;

/** What a rehearsal says to people. */
final class RehearsalText {
    private static final int MOST_ASIDE = 20;

    private final StringBuilder text = new StringBuilder();

    String of(Rehearsal rehearsal) {
        rehearsal.tables().forEach(this::table);
        line("Everything was rolled back: nothing was changed.");
        return text.toString();
    }

    private void table(Rehearsal.Table table) {
        line(
                "%s: %,d of %,d planned rows tried%s, %,d changed, %,d refused",
                table.table(),
                table.tried(),
                table.planned(),
                table.sampled() ? " (a sample, so as not to lock more)" : "",
                table.changed(),
                table.aside().size());
        table.after().forEach((tenant, after) -> {
            long before = table.before().getOrDefault(tenant, 0L);
            line("  tenant %s: %,d rows before, %,d after", tenant, before, after);
        });
        new TreeMap<>(table.left())
                .forEach((agreement, rows) -> line("  %,d rows %s: left alone", rows, agreement.words()));
        table.rows()
                .forEach(row -> line(
                        "  for example %s: %s",
                        String.join(", ", row.key()), row.tenant().isEmpty() ? "deleted" : "tenant " + row.tenant()));
        table.aside().stream().limit(MOST_ASIDE).forEach(this::aside);
        table.sideEffects().forEach(sentence -> line("  %s", sentence));
        line(
                "  likely to take %,d s and to write %,d MB of write-ahead log",
                Math.ceilDiv(table.time().toMillis(), 1000), Math.ceilDiv(table.walBytes(), 1 << 20));
    }

    private void aside(SetAside row) {
        line("  would be refused: row %s: %s", String.join(", ", row.key()), row.error());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
