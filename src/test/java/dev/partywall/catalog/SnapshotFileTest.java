package dev.partywall.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
    @TempDir
    private Path folder;

    private static CatalogSnapshot snapshot() {
        return Snapshots.of(TestServer.database("""
                CREATE TABLE "Tenant's 😀" (id int PRIMARY KEY, "a ""note"" b" text DEFAULT E'a\\n"b"');
                ALTER TABLE "Tenant's 😀" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY p ON "Tenant's 😀" USING (id = 1);
                CREATE VIEW v AS SELECT id FROM "Tenant's 😀";
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER t BEFORE INSERT ON "Tenant's 😀" FOR EACH ROW EXECUTE FUNCTION f();
                """));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        CatalogSnapshot snapshot = snapshot();
        Path file = folder.resolve("snapshot.json");
        SnapshotFile.write(snapshot, "shop_app", file);
        assertThat(SnapshotFile.read(file)).isEqualTo(new SnapshotFile.Saved(snapshot, "shop_app"));
    }

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("snapshot.json");
        Files.writeString(file, "old");
        SnapshotFile.write(snapshot(), null, file);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"name\": 1}");
        assertThatThrownBy(() -> SnapshotFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("is not a snapshot of Partywall.");
        Files.writeString(file, "no json");
        assertThatThrownBy(() -> SnapshotFile.read(file)).isInstanceOf(Failure.class);
    }

    @Test
    void aFileOfALaterSchemaIsRefusedByName() throws IOException {
        Path file = folder.resolve("snapshot.json");
        SnapshotFile.write(snapshot(), null, file);
        Files.writeString(file, Files.readString(file).replace("partywall.snapshot/1", "partywall.snapshot/2"));
        assertThatThrownBy(() -> SnapshotFile.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("partywall.snapshot/2");
    }

    @Test
    void fieldsAddedLaterArePassedOver() throws IOException {
        CatalogSnapshot snapshot = snapshot();
        Path file = folder.resolve("snapshot.json");
        SnapshotFile.write(snapshot, "shop_app", file);
        Files.writeString(file, Files.readString(file).replace("\"superuser\":", "\"colour\":\"red\",\"superuser\":"));
        assertThat(SnapshotFile.read(file)).isEqualTo(new SnapshotFile.Saved(snapshot, "shop_app"));
    }

    @Test
    void aMissingFileOrFolderIsSaidPlainly() {
        assertThatThrownBy(() -> SnapshotFile.read(folder.resolve("none.json")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be read");
        CatalogSnapshot snapshot = snapshot();
        assertThatThrownBy(() -> SnapshotFile.write(snapshot, null, folder.resolve("no/such/folder.json")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be written");
    }
}
