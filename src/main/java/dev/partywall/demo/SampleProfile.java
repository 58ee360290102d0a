package dev.partywall.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Registry;
import dev.partywall.profile.Secret;
import dev.partywall.profile.TenancyDeclaration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A sample's {@code profile.json}, pointed at the server that runs. */
record SampleProfile(Sample sample, EmbeddedServer server) {

    Profile read() {
        String text = sample.text("profile.json").replace("${port}", String.valueOf(server.port()));
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            return new Profile(
                    root.path("name").asText(sample.name()),
                    Environment.DEVELOPMENT,
                    login(root.path("app")),
                    root.has("bypass") ? login(root.path("bypass")) : null,
                    tenancy(root.path("tenancy")));
        } catch (JsonProcessingException e) {
            throw ServerFailures.io("read the profile of " + sample.name(), e);
        }
    }

    private Login login(JsonNode node) {
        Path file = server.passwordFile();
        Secret secret = file == null ? null : new Secret.Command(List.of("cat", file.toString()));
        return new Login(node.path("url").asText(), text(node, "user"), secret);
    }

    private static TenancyDeclaration tenancy(JsonNode node) {
        return new TenancyDeclaration(
                map(node.path("settings")),
                map(node.path("settingValues")),
                map(node.path("loginRoles")),
                text(node, "tenantColumn"),
                map(node.path("columns")),
                node.has("registry") ? registry(node.path("registry")) : null,
                list(node.path("schemas")),
                new LinkedHashSet<>(list(node.path("shared"))),
                word(node, "unsetMeans", TenancyDeclaration.UnsetMeans.class),
                word(node, "nullTenantMeans", TenancyDeclaration.NullTenantMeans.class),
                new LinkedHashSet<>(list(node.path("systemTenants"))),
                word(node, "foreignWrites", TenancyDeclaration.ForeignWrites.class));
    }

    private static Registry registry(JsonNode node) {
        return new Registry(
                node.path("table").asText(), node.path("key").asText(), text(node, "label"), text(node, "status"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }

    private static <E extends Enum<E>> @Nullable E word(JsonNode node, String field, Class<E> type) {
        String word = text(node, field);
        return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static List<String> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
