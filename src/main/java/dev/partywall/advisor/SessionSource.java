package dev.partywall.advisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.expression.TenantComparison;
import dev.partywall.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;

/** What a column is compared with: the tenant itself, or a person, a login or a claim from which the tenant follows. */
final class SessionSource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "{tenant}";

    private final Tenancy tenancy;

    SessionSource(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Whether the comparison is with the tenant's own id. */
    boolean isTenant(TenantComparison comparison) {
        return tenancy.settingValues().isEmpty()
                && template(comparison)
                        .filter(template -> holdsTenant(template, comparison.claim()))
                        .isPresent();
    }

    /** Whether it is with somebody who has a tenant: a login, a user's id, the subject of the claims. */
    boolean isPerson(TenantComparison comparison) {
        return !isTenant(comparison);
    }

    private Optional<String> template(TenantComparison comparison) {
        return tenancy.settings().entrySet().stream()
                .filter(setting -> setting.getKey().equalsIgnoreCase(comparison.setting()))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    private static boolean holdsTenant(String template, List<String> claim) {
        if (claim.isEmpty()) {
            return template.strip().equals(TENANT);
        }
        try {
            JsonNode node = JSON.readTree(template);
            for (String step : claim) {
                node = node.path(step.strip());
            }
            return node.asText().equals(TENANT);
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
