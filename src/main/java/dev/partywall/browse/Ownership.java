package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.tenancy.Tenancy;
import dev.partywall.tenancy.TenantPath;
import dev.partywall.tenancy.TenantPaths;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose a row is, said by the server, which alone knows that two spellings are the same uuid. */
final class Ownership {
    private static final String NOBODYS = "nobody";
    private static final String OWN = "own";
    private static final String EVERYBODYS = "system";
    private static final String ANOTHERS = "other";

    private final Tenancy tenancy;
    private final TenantPath path;
    private final String tenant;

    /** @throws Failure where nothing tells whose the relation's rows are */
    Ownership(Inspection inspection, RelationName relation, Lens.Tenant tenant) {
        this.tenancy = inspection.tenancy();
        this.tenant = tenant.id();
        this.path = TenantPaths.of(inspection.snapshot(), tenancy)
                .of(relation)
                .orElseThrow(() -> Failure.incomplete(
                        relation + " has no tenant column and no key to a table that has one, so its rows cannot"
                                + " be told apart by tenant.",
                        "Name the column in the profile under tenancy.columns, or compare its parent table."));
    }

    /** Whether the row itself tells its tenant, so that whoever sees the row can tell, too. */
    boolean isDirect() {
        return path.hops().isEmpty();
    }

    /** The column that tells, of {@link #isDirect} rows. */
    String column() {
        return path.column();
    }

    /** An expression that {@link #classOf} understands. */
    Condition expression() {
        String tenantOf = path.tenantOf(PageSql.ALIAS);
        String type = tenancy.tenantType() == null ? "text" : tenancy.tenantType();
        Condition sql = new Condition("CASE WHEN " + tenantOf + " IS NULL THEN '" + NOBODYS + "'")
                .add(" WHEN " + tenantOf + " = ")
                .addBound(tenant, type)
                .add(" THEN '" + OWN + "'");
        for (String system : tenancy.systemTenants()) {
            sql.add(" WHEN " + tenantOf + " = ").addBound(system, type).add(" THEN '" + EVERYBODYS + "'");
        }
        return sql.add(" ELSE '" + ANOTHERS + "' END");
    }

    /** That a row may turn out to be of one of these classes, as far as its owner tells; empty when any row may. */
    Condition mayBe(Set<RowClass> wanted) {
        Set<String> owners = new LinkedHashSet<>();
        for (String owner : Set.of(NOBODYS, OWN, EVERYBODYS, ANOTHERS)) {
            if (wanted.contains(classOf(owner, true)) || wanted.contains(classOf(owner, false))) {
                owners.add("'" + owner + "'");
            }
        }
        return owners.size() == 4
                ? new Condition()
                : new Condition("(").add(expression()).add(") IN (" + String.join(", ", owners) + ")");
    }

    RowClass classOf(@Nullable String owner, boolean seen) {
        return switch (String.valueOf(owner)) {
            case NOBODYS ->
                seen
                        ? tenancy.nullTenantMeans() == NullTenantMeans.SHARED ? RowClass.VISIBLE : RowClass.LEAK
                        : RowClass.HIDDEN_NO_TENANT;
            case OWN -> seen ? RowClass.VISIBLE : RowClass.OVER_HIDDEN;
            case EVERYBODYS -> seen ? RowClass.VISIBLE : RowClass.HIDDEN_OTHER;
            default -> seen ? RowClass.LEAK : RowClass.HIDDEN_OTHER;
        };
    }
}
