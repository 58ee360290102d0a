package dev.partywall.cli;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.tenancy.TenantType;
import dev.partywall.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * A database opened for one command.
 *
 * @param server the demo's own; null when the database is somebody else's
 */
record Opened(Link link, @Nullable EmbeddedServer server) implements AutoCloseable {
    Inspection inspect() {
        return Inspector.inspect(link);
    }

    /**
     * The lens with its tenant as the registry spells it.
     *
     * @throws dev.partywall.failure.Failure when the id cannot be a tenant's, or the lens needs a bypass role and there is none
     */
    Lens checked(Lens lens, Inspection inspection) {
        if (!(lens instanceof Lens.Tenant tenant)) {
            return lens;
        }
        if (!link.hasBypass()) {
            TenantType.check(tenant.id(), inspection.tenancy().tenantType());
            return lens;
        }
        Tenants tenants = new Tenants(inspection.snapshot(), inspection.tenancy());
        return new Lens.Tenant(link.control("look up a tenant", session -> tenants.named(session, tenant.id()))
                .id());
    }

    @Override
    public void close() {
        link.close();
        if (server != null) {
            server.close();
        }
    }
}
