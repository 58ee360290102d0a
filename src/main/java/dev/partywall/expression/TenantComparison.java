package dev.partywall.expression;

import dev.partywall.catalog.RelationName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where a column is compared with something that tells who the session is.
 *
 * @param relation whose column it is: the policy's own, or one read in a sub-select
 * @param column the column
 * @param setting the setting it is compared with; null for CURRENT_USER and the like
 * @param claim the path within the setting, where it holds a JSON document of claims
 * @param operator {@code =}, {@code ~~}, ...
 * @param columnSide what is compared, with all that is done to the column
 * @param settingSide what it is compared with
 * @param fedColumn for a sub-select that maps the session to tenants: the outer column that must be among its results
 */
public record TenantComparison(
        RelationName relation,
        String column,
        @Nullable String setting,
        List<String> claim,
        String operator,
        Expression columnSide,
        Expression settingSide,
        @Nullable String fedColumn) {
    public TenantComparison {
        claim = List.copyOf(claim);
    }

    /** The column itself, nothing done to it. */
    public boolean bareColumn() {
        return columnSide instanceof Expression.ColumnRef;
    }

    public boolean withLogin() {
        return setting == null;
    }
}
