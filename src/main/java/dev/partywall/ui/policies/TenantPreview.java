package dev.partywall.ui.policies;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.connect.Lens;
import dev.partywall.connect.SessionContext;
import dev.partywall.expression.Filled;
import dev.partywall.expression.Knowledge;
import dev.partywall.failure.Failure;
import dev.partywall.tenancy.Tenant;
import dev.partywall.ui.Desk;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Card;
import dev.partywall.ui.part.CodeBox;
import dev.partywall.ui.part.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the conditions of a cell come to for one tenant: the same, with the tenant's value written in. */
final class TenantPreview extends VBox {
    private final Desk desk;
    private final Access access;
    private final Knowledge knowledge;
    private final VBox result = new VBox(8);

    private TenantPreview(Desk desk, Access access, Knowledge knowledge) {
        super(8);
        this.desk = desk;
        this.access = access;
        this.knowledge = knowledge;
        ComboBox<Tenant> tenant = new ComboBox<>(desk.tenants());
        tenant.setConverter(new Named());
        tenant.setMaxWidth(Double.MAX_VALUE);
        tenant.setVisibleRowCount(12);
        tenant.setAccessibleText(Texts.say("policies.tenant.choose"));
        tenant.valueProperty().subscribe(this::show);
        getChildren().setAll(new Card(Words.section(Texts.say("policies.tenant")), tenant, result));
        tenant.setValue(first());
    }

    /** Nothing where no condition is asked, or no tenant is known. */
    static Optional<TenantPreview> of(Desk desk, Access access) {
        Inspection found = desk.found();
        boolean asks = access.predicate() != null || access.check() != null;
        return asks && !desk.tenants().isEmpty()
                ? Optional.of(new TenantPreview(desk, access, found.tenancy().knowledge(found.snapshot())))
                : Optional.empty();
    }

    /** The lens's tenant, else the first. */
    private Tenant first() {
        Lens lens = desk.lens().get();
        return desk.tenants().stream()
                .filter(tenant ->
                        lens instanceof Lens.Tenant chosen && chosen.id().equals(tenant.id()))
                .findFirst()
                .orElseGet(() -> desk.tenants().getFirst());
    }

    private void show(@Nullable Tenant tenant) {
        result.getChildren().clear();
        if (tenant == null) {
            return;
        }
        try {
            SessionContext context = desk.found().tenancy().contextFor(new Lens.Tenant(tenant.id()));
            Filled filled = new Filled(given(context.settings()), context.user());
            add("policies.predicate", access.predicate(), filled);
            if (!Objects.equals(access.check(), access.predicate())) {
                add("policies.check", access.check(), filled);
            }
        } catch (Failure unknown) {
            result.getChildren().add(Words.text(unknown.getMessage() + " " + unknown.nextStep(), "muted"));
        }
    }

    private static Map<String, String> given(Map<String, @Nullable String> settings) {
        Map<String, String> given = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (value != null) {
                given.put(name, value);
            }
        });
        return given;
    }

    private void add(String title, @Nullable String condition, Filled filled) {
        if (condition != null) {
            String text = filled.of(knowledge.read(condition));
            result.getChildren().addAll(Words.text(Texts.say(title), "caption"), new CodeBox(text));
        }
    }

    /** A tenant by name and id. */
    private static final class Named extends StringConverter<@Nullable Tenant> {
        @Override
        public String toString(@Nullable Tenant tenant) {
            if (tenant == null) {
                return "";
            }
            return tenant.label() == null ? tenant.id() : tenant.label() + " (" + tenant.id() + ")";
        }

        @Override
        public @Nullable Tenant fromString(String text) {
            return null;
        }
    }
}
