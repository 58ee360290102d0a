package dev.partywall.backfill;

import dev.partywall.backfill.BatchPart.What;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the rows of one batch, before it is committed. */
record BatchResult(List<BatchPart> parts) {
    private Stream<BatchPart> parts(What what) {
        return parts.stream().filter(part -> part.what() == what);
    }

    /** Those to be journalled. */
    List<JournalLine.Rows> done() {
        return changed().map(BatchPart::journalled).toList();
    }

    private Stream<BatchPart> changed() {
        return Stream.concat(parts(What.SET), parts(What.DELETED));
    }

    long changedRows() {
        return changed().mapToLong(BatchPart::rows).sum();
    }

    /** Of a batch that changed something. */
    long transaction() {
        return Long.parseLong(
                Objects.requireNonNull(changed().findFirst().orElseThrow().transaction()));
    }

    /** The tenants that triggers gave to rows instead of the planned one. */
    List<String> rewritten() {
        return parts(What.REWRITTEN).map(part -> String.valueOf(part.tenant())).toList();
    }

    /** Rows left alone, by why; an assignable one would have got a tenant that is not in the plan. */
    Map<Agreement, Long> left() {
        Map<Agreement, Long> left = new EnumMap<>(Agreement.class);
        parts(What.LEFT)
                .forEach(part -> left.merge(
                        Agreement.valueOf(Objects.requireNonNull(part.agreement())), part.rows(), Long::sum));
        return left;
    }

    /** Rows that got this tenant. */
    Map<String, Long> tenants() {
        Map<String, Long> tenants = new java.util.HashMap<>();
        parts(What.SET).forEach(part -> tenants.merge(String.valueOf(part.tenant()), part.rows(), Long::sum));
        return tenants;
    }

    /** Keys of rows that stayed as they were although they were to change. */
    List<List<String>> kept() {
        return parts(What.KEPT).flatMap(part -> part.rowKeys().stream()).toList();
    }

    long looked() {
        return parts(What.LAST).mapToLong(BatchPart::rows).sum();
    }

    /** The key of the last row looked at; null for none. */
    @Nullable
    List<String> last() {
        return parts(What.LAST).map(BatchPart::lastKey).findFirst().orElse(null);
    }
}
