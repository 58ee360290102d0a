package dev.partywall.cli;

import dev.partywall.connect.Link;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.demo.Sample;
import dev.partywall.demo.Samples;
import dev.partywall.failure.Failure;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.ProfileStore;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which database, and what is said of its tenancy. Whatever is not given is detected. */
final class DatabaseOptions {
    @Option(
            names = "--profile",
            paramLabel = "FILE|NAME",
            description = "A profile: a file, or the name of a saved one.")
    @Nullable
    String profile;

    @Option(
            names = "--app-url",
            paramLabel = "URL",
            description = "The app role's connection: libpq URI, JDBC URL or key=value DSN.")
    @Nullable
    String appUrl;

    @Option(names = "--bypass-url", paramLabel = "URL", description = "The bypass role's connection.")
    @Nullable
    String bypassUrl;

    @Option(
            names = "--demo",
            paramLabel = "SAMPLE",
            arity = "0..1",
            fallbackValue = "leaky-shop",
            description = "An embedded server with a sample database; nothing to set up. Default sample: leaky-shop.")
    @Nullable
    String demo;

    @Option(names = "--setting", paramLabel = "NAME", description = "The tenant setting, app.current_tenant say.")
    @Nullable
    String setting;

    @Option(names = "--tenant-column", paramLabel = "NAME", description = "The usual tenant column.")
    @Nullable
    String tenantColumn;

    @Option(names = "--registry", paramLabel = "TABLE", description = "The table that lists the tenants.")
    @Nullable
    String registry;

    @Option(
            names = "--unset-means",
            paramLabel = "WHAT",
            converter = UnsetMeansConverter.class,
            description = "nothing (default) or everything: what a session without a tenant is meant to see.")
    @Nullable
    UnsetMeans unsetMeans;

    @Option(names = "--schema", paramLabel = "S", split = ",", description = "Look at these schemas only.")
    List<String> schemas = List.of();

    /**
     * Opens the database the options name.
     *
     * @throws Failure when they name none, or more than one
     */
    Opened open() {
        requireOne();
        if (demo != null) {
            return openDemo(demo);
        }
        return new Opened(Link.open(completed(saved()), new ConsolePrompt()), null);
    }

    /** Where the suppressions of the profile would be; null where the database is not a profile's. */
    @Nullable
    Path suppressions() {
        return profile == null ? null : ProfileStore.usual().suppressions(profile);
    }

    /** Whether they name a database at all. */
    boolean isGiven() {
        return ways() > 0;
    }

    private long ways() {
        return Stream.of(profile, appUrl, demo).filter(Objects::nonNull).count();
    }

    private void requireOne() {
        long ways = ways();
        if (ways != 1) {
            throw Failure.usage(
                    ways == 0 ? "No database was named." : "More than one database was named.",
                    "Give one of --profile FILE|NAME, --app-url URL with --bypass-url URL, or --demo.");
        }
    }

    private Opened openDemo(String name) {
        Sample sample = Samples.named(name);
        EmbeddedServer server = EmbeddedServer.start();
        return new Opened(Link.open(completed(sample.load(server))), server);
    }

    private Profile saved() {
        if (profile != null) {
            return ProfileStore.usual().load(profile);
        }
        Login app = new Login(Objects.requireNonNull(appUrl), null, null);
        Login bypass = bypassUrl == null ? null : new Login(bypassUrl, null, null);
        return new Profile("command line", Environment.DEVELOPMENT, app, bypass, TenancyDeclaration.none());
    }

    /** What the options say goes before what the profile says. */
    private Profile completed(Profile given) {
        TenancyDeclaration tenancy = given.tenancy();
        return new Profile(
                given.name(),
                given.environment(),
                given.app(),
                given.bypass(),
                new TenancyDeclaration(
                        setting == null ? tenancy.settings() : Map.of(setting, "{tenant}"),
                        tenancy.settingValues(),
                        tenancy.loginRoles(),
                        tenantColumn == null ? tenancy.tenantColumn() : tenantColumn,
                        tenancy.columns(),
                        registry == null ? tenancy.registry() : new Registry(registry, null, null, null),
                        schemas.isEmpty() ? tenancy.schemas() : schemas,
                        tenancy.shared(),
                        unsetMeans == null ? tenancy.unsetMeans() : unsetMeans,
                        tenancy.nullTenantMeans(),
                        tenancy.systemTenants(),
                        tenancy.foreignWrites()),
                given.pooler());
    }

    static final class UnsetMeansConverter implements ITypeConverter<UnsetMeans> {
        @Override
        public UnsetMeans convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "nothing" -> UnsetMeans.NOTHING;
                case "everything" -> UnsetMeans.EVERYTHING;
                default -> throw new TypeConversionException("expected nothing or everything, not '" + value + "'");
            };
        }
    }
}
