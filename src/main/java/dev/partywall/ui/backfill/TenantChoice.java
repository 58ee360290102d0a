package dev.partywall.ui.backfill;

import dev.partywall.tenancy.Tenant;
import dev.partywall.ui.Texts;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A tenant in a drop-down: name and id. */
final class TenantChoice extends ListCell<Tenant> {
    @Override
    protected void updateItem(@Nullable Tenant tenant, boolean empty) {
        super.updateItem(tenant, empty);
        if (empty || tenant == null) {
            setText(Texts.say("backfill.tenant"));
        } else {
            setText(tenant.label() == null ? tenant.id() : tenant.label() + " (" + tenant.id() + ")");
        }
    }
}
