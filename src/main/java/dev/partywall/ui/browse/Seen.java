package dev.partywall.ui.browse;

import dev.partywall.browse.ComparedPage;
import dev.partywall.browse.Place;
import dev.partywall.browse.RowClass;
import dev.partywall.browse.RowPage;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Table;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back, plain or compared.
 *
 * @param classes one for each row when compared; empty otherwise
 */
record Seen(
        Table table,
        List<RowClass> classes,
        @Nullable Place next,
        Attestation attestation,
        @Nullable Duration took) {
    static Seen of(RowPage page) {
        return new Seen(page.table(), List.of(), page.next(), page.attestation(), page.took());
    }

    static Seen of(ComparedPage page) {
        return new Seen(page.table(), page.classes(), page.next(), page.app(), null);
    }
}
