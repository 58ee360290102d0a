package dev.partywall.ui.frame;

import dev.partywall.connect.Lens;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.TenantPicker;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Through whom one looks: as a tenant, as a tenant compared with others, as nobody, as everyone. */
final class LensBar {
    private final Desk desk;
    private final ToggleButton asTenant;
    private final ToggleButton asCompared;
    private final ToggleButton asNobody;
    private final ToggleButton asEveryone;
    private final TenantPicker picker;
    private Lens.@Nullable Tenant last;

    LensBar(Desk desk, ToggleButton asTenant, ToggleButton asCompared, ToggleButton asNobody, ToggleButton asEveryone) {
        this.desk = desk;
        this.asTenant = asTenant;
        this.asCompared = asCompared;
        this.asNobody = asNobody;
        this.asEveryone = asEveryone;
        this.picker = new TenantPicker(desk, id -> desk.lens().set(new Lens.Tenant(id)));
        asTenant.setMnemonicParsing(false);
        asTenant.setOnAction(event -> pick());
        asCompared.setOnAction(event -> compare());
        asCompared.setDisable(!desk.link().hasBypass());
        asNobody.setOnAction(event -> nobody());
        asEveryone.setOnAction(event -> everyone());
        asEveryone.setDisable(!desk.link().hasBypass());
        desk.lens().subscribe(this::show);
        desk.against().subscribe(() -> show(desk.lens().get()));
    }

    private void show(@Nullable Lens lens) {
        if (lens instanceof Lens.Tenant tenant) {
            last = tenant;
            String name = desk.nameOf(tenant.id());
            asTenant.setText(Texts.say("lens.tenant", name));
            asTenant.setTooltip(new Tooltip(Texts.say("lens.tenant.chosen", name, tenant.id())));
        }
        asTenant.setSelected(lens instanceof Lens.Tenant);
        asCompared.setSelected(lens instanceof Lens.Tenant && desk.against().get() != null);
        asNobody.setSelected(lens instanceof Lens.Nobody);
        asEveryone.setSelected(lens instanceof Lens.Everyone);
    }

    /** Opens the list of tenants. */
    void pick() {
        show(desk.lens().get());
        picker.open(asTenant);
    }

    /** Back to the tenant chosen last, or the list where none was. */
    void tenant() {
        desk.against().set(null);
        if (last == null) {
            pick();
        } else {
            desk.lens().set(last);
        }
        show(desk.lens().get());
    }

    /** The rows as everyone, each marked by what the tenant sees of it; once more: the tenant alone. */
    void compare() {
        if (desk.link().hasBypass()) {
            boolean ends = desk.against().get() != null;
            if (!(desk.lens().get() instanceof Lens.Tenant)) {
                tenant();
            }
            desk.against().set(ends ? null : new Lens.Everyone());
        }
        show(desk.lens().get());
    }

    void nobody() {
        desk.lens().set(new Lens.Nobody());
        show(desk.lens().get());
    }

    void everyone() {
        if (desk.link().hasBypass()) {
            desk.lens().set(new Lens.Everyone());
        }
        show(desk.lens().get());
    }
}
