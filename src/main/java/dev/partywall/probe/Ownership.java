package dev.partywall.probe;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the tenant of a row is found. */
public sealed interface Ownership {
    /** The tenant of the row with this alias, as an SQL expression of whatever type the tenant has. */
    String owner(String row);

    /** The columns of the relation that {@link #owner} reads. */
    List<String> columns();

    /** In plain words: {@code by tenant_id}. */
    String words();

    /** Whether the app role can tell by itself; otherwise the bypass side has to be asked whose a key is. */
    default boolean direct() {
        return true;
    }

    /** The tenant stands in a column. */
    record Own(String column) implements Ownership {
        @Override
        public String owner(String row) {
            return row + "." + Identifiers.quote(column);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String words() {
            return "by " + Identifiers.quote(column);
        }
    }

    /** The tenant stands within a JSON document. */
    record Within(String column, String key) implements Ownership {
        @Override
        public String owner(String row) {
            return "(" + row + "." + Identifiers.quote(column) + " ->> " + Identifiers.literal(key) + ")";
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String words() {
            return "by " + Identifiers.quote(column) + "." + key;
        }
    }

    /** One step to a row that is alone in having these values. */
    record Step(List<String> from, RelationName to, List<String> toColumns) {
        public Step {
            from = List.copyOf(from);
            toColumns = List.copyOf(toColumns);
        }

        private String condition(String left, String right) {
            return IntStream.range(0, from.size())
                    .mapToObj(i -> right + "." + Identifiers.quote(toColumns.get(i)) + " = " + left + "."
                            + Identifiers.quote(from.get(i)))
                    .collect(Collectors.joining(" AND "));
        }
    }

    /** The tenant stands in another relation, some steps away. */
    record Via(List<Step> steps, String column) implements Ownership {
        public Via {
            steps = List.copyOf(steps);
        }

        @Override
        public String owner(String row) {
            List<String> joins = new ArrayList<>();
            for (int i = 1; i < steps.size(); i++) {
                joins.add(" JOIN " + steps.get(i).to().sql() + " p" + i + " ON "
                        + steps.get(i).condition("p" + (i - 1), "p" + i));
            }
            return "(SELECT p" + (steps.size() - 1) + "." + Identifiers.quote(column) + " FROM "
                    + steps.getFirst().to().sql() + " p0" + String.join("", joins) + " WHERE "
                    + steps.getFirst().condition(row, "p0") + ")";
        }

        @Override
        public List<String> columns() {
            return steps.getFirst().from();
        }

        @Override
        public String words() {
            return "through " + steps.stream().map(step -> step.to().sql()).collect(Collectors.joining(", "));
        }

        @Override
        public boolean direct() {
            return false;
        }
    }
}
