package dev.partywall.access;

import dev.partywall.catalog.CatalogReader;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.tenancy.Persons;
import dev.partywall.tenancy.Tenancy;
import dev.partywall.tenancy.TenancyDetector;

/** Takes a database as it is found. */
public final class Inspector {
    private Inspector() {}

    /**
     * Reads the catalogue, asks both connections who they are, and completes the tenancy.
     *
     * @throws dev.partywall.failure.Failure when a side cannot be reached, or the profile declares what does not exist
     */
    public static Inspection inspect(Link link) {
        Attestation app = link.read(SessionContext.nobody(), "ask who the app role is", Session::attestation);
        Attestation bypass = link.hasBypass()
                ? link.read(SessionContext.bypass(), "ask who the bypass role is", Session::attestation)
                : null;
        SessionContext reader = link.hasBypass() ? SessionContext.bypass() : SessionContext.nobody();
        CatalogSnapshot snapshot = link.read(reader, "read the catalogue", CatalogReader::read);
        Tenancy detected = TenancyDetector.detect(snapshot, link.profile().tenancy());
        Tenancy tenancy = new Persons(link).named(detected);
        return new Inspection(snapshot, tenancy, new AccessModel(snapshot), app, bypass);
    }
}
