package dev.partywall.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partywall.tenancy.Evidence;
import dev.partywall.tenancy.Tenancy;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code partywall detect}: the tenancy as found, with the evidence. */
@Command(
        name = "detect",
        description = "Proposes how the database tells its tenants apart, with the evidence.",
        mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {
    /** How the proposal is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), or json: the tenancy part of a profile.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        try (Opened opened = database.open()) {
            Tenancy tenancy = opened.inspect().tenancy();
            new Output(null).write(out -> out.write(format == Format.TEXT ? text(tenancy) : json(tenancy)));
        }
        return 0;
    }

    private static String text(Tenancy tenancy) {
        StringBuilder text = new StringBuilder();
        tenancy.settings().forEach((name, value) -> line(text, "setting", name + " = " + value));
        line(text, "tenant column", tenancy.tenantColumn() + " " + tenancy.tenantType());
        if (tenancy.registry() != null) {
            line(
                    text,
                    "registry",
                    tenancy.registry().table() + ", key " + tenancy.registry().key());
        }
        line(
                text,
                "tables",
                tenancy.columns().size() + " with a tenant column, "
                        + tenancy.shared().size() + " shared");
        line(text, "unset means", tenancy.unsetMeans().name().toLowerCase(Locale.ROOT));
        for (Evidence evidence : tenancy.evidence()) {
            line(text, "because", evidence.part() + " = " + evidence.value() + ": " + evidence.reason());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("%-14s %s%n".formatted(what, value));
    }

    private static String json(Tenancy tenancy) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ObjectNode settings = root.putObject("settings");
        tenancy.settings().forEach(settings::put);
        root.put("tenantColumn", tenancy.tenantColumn());
        root.put("tenantType", tenancy.tenantType());
        ObjectNode columns = root.putObject("columns");
        new TreeMap<>(tenancy.columns()).forEach((relation, column) -> columns.put(relation.toString(), column));
        if (tenancy.registry() != null) {
            ObjectNode registry = root.putObject("registry");
            registry.put("table", tenancy.registry().table().toString());
            registry.put("key", tenancy.registry().key());
            registry.put("label", tenancy.registry().label());
            registry.put("status", tenancy.registry().status());
        }
        ArrayNode shared = root.putArray("shared");
        tenancy.shared().stream().sorted().forEach(relation -> shared.add(relation.toString()));
        root.put("unsetMeans", tenancy.unsetMeans().name().toLowerCase(Locale.ROOT));
        ArrayNode evidence = root.putArray("evidence");
        for (Evidence reason : tenancy.evidence()) {
            evidence.addObject()
                    .put("part", reason.part())
                    .put("value", reason.value())
                    .put("reason", reason.reason());
        }
        return root.toPrettyString() + "\n";
    }
}
