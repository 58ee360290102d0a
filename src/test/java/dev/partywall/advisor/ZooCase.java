package dev.partywall.advisor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.connect.Link;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One database whose truth is known: {@code setup.sql} makes it, {@code truth.json} says what there is to find. */
public record ZooCase(Path folder, JsonNode truth) {
    private static final Path OWN = Path.of("src/test/resources/zoo");
    /** One in so many is tried; {@code -Dpartywall.zoo=1} tries every one. */
    private static final int SHARE = Integer.getInteger("partywall.zoo", 3);

    /**
     * The cases that are about the server under test: a share of our own, or every one in the folder that {@code
     * -Dpartywall.zoo.cases} names.
     */
    public static Stream<ZooCase> some() throws IOException {
        String other = System.getProperty("partywall.zoo.cases");
        Path cases = other == null ? OWN : Path.of(other);
        try (Stream<Path> folders = Files.list(cases)) {
            return folders
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(ZooCase::read)
                    .filter(zoo -> zoo.fitsServer() && (other != null || zoo.number() % SHARE == 0))
                    .toList()
                    .stream();
        }
    }

    public static ZooCase read(Path folder) {
        try {
            return new ZooCase(
                    folder,
                    new ObjectMapper().readTree(folder.resolve("truth.json").toFile()));
        } catch (IOException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }

    public String id() {
        return truth.path("id").asText();
    }

    private int number() {
        return Integer.parseInt(id().substring(0, 3));
    }

    public boolean isFlawed() {
        return truth.path("expect").asText().equals("finding");
    }

    /** Whether it is about the server under test. */
    public boolean fitsServer() {
        int major = TestServer.major();
        JsonNode versions = truth.path("pg");
        return versions.path("min").asInt(0) <= major
                && major <= versions.path("max").asInt(99);
    }

    public String flaw() {
        return truth.path("class").asText();
    }

    public TestDatabase create() {
        try {
            return TestServer.database(Files.readString(folder.resolve("setup.sql")));
        } catch (IOException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }

    /** What its exploit ends in: LEAK for each way in, other words where isolation holds. */
    List<String> exploit(TestDatabase database) throws SQLException, IOException {
        return new ZooExploit(Files.readString(folder.resolve("exploit.sql")))
                .words(database, truth.path("appRole").asText());
    }

    /** The SQL that closes the flaw, in the database made for it. */
    String fix(TestDatabase database) {
        return truth.path("fix").asText("").replace("zoo_" + id().substring(0, 3), database.name());
    }

    Inspection inspect(TestDatabase database, boolean detect) {
        try (Link link = open(database, detect)) {
            return Inspector.inspect(link);
        }
    }

    public Link open(TestDatabase database, boolean detect) {
        String app = truth.path("appRole").asText();
        return Link.open(database.profile(app, truth.path("bypassRole").asText(), tenancy(detect)));
    }

    private TenancyDeclaration tenancy(boolean detect) {
        JsonNode context = truth.path("context");
        boolean special = context.has("valueTemplate") || context.has("values") || context.has("loginRoles");
        boolean told = !detect || special;
        String template = context.path("valueTemplate").asText("%s").replace("%s", "{tenant}");
        return new TenancyDeclaration(
                told && context.hasNonNull("guc") ? Map.of(context.path("guc").asText(), template) : Map.of(),
                told ? map(context.path("values")) : Map.of(),
                told ? map(context.path("loginRoles")) : Map.of(),
                told ? context.path("tenantColumn").asText(null) : null,
                Map.of(),
                told && context.hasNonNull("registry")
                        ? new Registry(
                                context.path("registry").asText(),
                                context.path("registryKey").asText(),
                                null,
                                null)
                        : null,
                List.of(),
                Set.of(),
                context.path("adminMode").asText("none").equals("none")
                        ? TenancyDeclaration.UnsetMeans.NOTHING
                        : TenancyDeclaration.UnsetMeans.EVERYTHING,
                context.hasNonNull("nullTenant") ? TenancyDeclaration.NullTenantMeans.SHARED : null,
                new TreeSet<>(texts(context.path("systemTenants"))),
                context.path("writes").asText().equals("coerced") ? TenancyDeclaration.ForeignWrites.COERCED : null);
    }

    /** Whether a finding is on an object the truth names. */
    public boolean isAbout(ObjectRef object) {
        List<String> names = names(object);
        List<String> right = new ArrayList<>(names(truth.path("target")));
        truth.path("also").forEach(flaw -> right.addAll(names(flaw.path("target"))));
        truth.path("equivalents").forEach(same -> right.add(same.path("object").asText()));
        return names.stream().anyMatch(right::contains);
    }

    /** Whether a finding is on the flawed object itself. */
    boolean isTarget(ObjectRef object) {
        return names(object).stream().anyMatch(names(truth.path("target"))::contains);
    }

    /** The flaw's word, and others that say the same. */
    Set<String> words() {
        Set<String> words = new TreeSet<>(Set.of(flaw()));
        truth.path("equivalents").forEach(same -> words.add(same.path("class").asText()));
        return words;
    }

    boolean tolerates(Finding finding) {
        List<String> tolerated = texts(truth.path("tolerate"));
        List<String> alike = new ArrayList<>();
        truth.path("equivalents").forEach(same -> alike.add(same.path("class").asText()));
        return tolerated.contains("*")
                || tolerated.contains(finding.id())
                || alike.contains(finding.id())
                || (isFlawed() && finding.id().equals(flaw()));
    }

    private static List<String> names(ObjectRef object) {
        return names(object.kind().word(), object.schema(), object.table(), object.name());
    }

    private static List<String> names(JsonNode target) {
        return names(
                target.path("kind").asText(),
                target.path("schema").asText(null),
                target.path("table").asText(null),
                target.path("name").asText());
    }

    private static List<String> names(
            String kind,
            @org.jspecify.annotations.Nullable String schema,
            @org.jspecify.annotations.Nullable String table,
            String name) {
        return switch (kind) {
            case "role" -> List.of("role " + name);
            case "schema" -> List.of("schema " + name);
            case "database" -> List.of("database");
            case "function", "procedure" -> List.of("function " + schema + "." + name.replaceFirst("\\(.*", ""));
            default ->
                table == null
                        ? List.of(schema + "." + name)
                        : List.of(schema + "." + table + "." + name, schema + "." + table);
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new HashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }
}
