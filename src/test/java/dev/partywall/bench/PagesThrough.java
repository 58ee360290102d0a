package dev.partywall.bench;

import dev.partywall.access.Inspector;
import dev.partywall.browse.Browser;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.RowPage;
import dev.partywall.browse.export.Export;
import dev.partywall.browse.export.ExportFormat;
import dev.partywall.browse.export.Exported;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.TenancyDeclaration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages through a whole table as everyone and exports it, in a process of its own whose heap is small, and says how much of it was used at most. */
final class PagesThrough {
    private PagesThrough() {}

    /** @param arguments JDBC URL, table */
    public static void main(String[] arguments) throws IOException {
        Login app = new Login(arguments[0], "bench_app", null);
        Login bypass = new Login(arguments[0], "bench_bypass", null);
        Profile profile = new Profile("bench", Environment.DEVELOPMENT, app, bypass, TenancyDeclaration.none());
        try (Link link = Link.open(profile)) {
            Browser browser = new Browser(link, Inspector.inspect(link));
            PageRequest request = PageRequest.first(new RelationName("public", arguments[1]), 1_000);
            RowPage page = browser.page(new Lens.Everyone(), request);
            long rows = page.table().rows().size();
            while (page.next() != null) {
                page = browser.page(new Lens.Everyone(), request.after(page.next()));
                rows += page.table().rows().size();
            }
            for (ExportFormat format : ExportFormat.values()) {
                Path file = Files.createTempFile("rows", "." + format.extension());
                Exported exported = Export.to(file, format, browser, new Lens.Everyone(), request, written -> {});
                System.out.printf("exported %,d rows as %s, %d MiB%n", exported.rows(), format, Files.size(file) >> 20);
                Files.delete(file);
                Path about = exported.about();
                if (about != null) {
                    Files.delete(about);
                }
            }
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                    .mapToLong(pool -> afterCollection(pool))
                    .sum();
            System.out.printf(
                    "paged through and exported %,d rows with -Xmx256m; in use after the last collection %d MiB, at most %d MiB%n",
                    rows, peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static long afterCollection(MemoryPoolMXBean pool) {
        return pool.getCollectionUsage() == null ? 0 : pool.getCollectionUsage().getUsed();
    }
}
