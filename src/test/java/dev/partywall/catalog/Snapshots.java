package dev.partywall.catalog;

import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;

/** Takes snapshots of test databases. */
public final class Snapshots {
    private Snapshots() {}

    /** As the superuser. */
    public static CatalogSnapshot of(TestDatabase database) {
        return as("postgres", database);
    }

    public static CatalogSnapshot as(String role, TestDatabase database) {
        try (Link link = Link.open(database.profile(role, role, TenancyDeclaration.none()))) {
            return link.read(SessionContext.nobody(), "read the catalogue", CatalogReader::read);
        }
    }
}
