package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.backfill.JournalState.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String ITEMS = """
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text);
            INSERT INTO item SELECT i FROM generate_series(1, 2000) i;
            """;
    private static final Plan.Batches SMALL = new Plan.Batches(250, 100, 100);

    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("one.journal");
    }

    private static Plan plan(Workshop shop) {
        return shop.plan("item", "fixed:acme").with(SMALL);
    }

    @Test
    void aFileCutOffAnywhereIsResumedOrRefusedButNeverMisread() throws IOException {
        try (Workshop shop = new Workshop(ITEMS)) {
            Control control = new Control();
            shop.backfill().execute(plan(shop), journal(), control, at -> {
                if (at.done() >= 500) {
                    control.stop();
                }
            });
            byte[] whole = Files.readAllBytes(journal());
            int header = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;
            JournalFile read = JournalFile.read(journal());
            for (int length = header; length <= whole.length; length += 37) {
                Path cut = folder.resolve("cut");
                Files.write(cut, java.util.Arrays.copyOf(whole, length));
                JournalFile torn = JournalFile.read(cut);
                assertThat(torn.length()).isLessThanOrEqualTo(length);
                assertThat(read.batches().keySet()).containsAll(torn.batches().keySet());
            }
            Path headless = Files.write(folder.resolve("headless"), java.util.Arrays.copyOf(whole, header - 1));
            assertThatThrownBy(() -> JournalFile.read(headless)).hasMessageContaining("is not a whole journal");
        }
    }

    @Test
    void aLineDamagedInTheMiddleIsRefused() throws IOException {
        try (Workshop shop = new Workshop(ITEMS)) {
            shop.execute(plan(shop), journal());
            List<String> lines = Files.readAllLines(journal());
            lines.set(3, lines.get(3).substring(1));
            Files.write(journal(), lines);
            assertThatThrownBy(() -> shop.undo(journal())).hasMessageContaining("line 4 cannot be read");
            assertThat(shop.value("SELECT count(tenant_id) FROM item")).isEqualTo("2000");
        }
    }

    @Test
    void aJournalOfAnotherDatabaseIsRefused() {
        try (Workshop shop = new Workshop(ITEMS);
                Workshop other = new Workshop(ITEMS)) {
            shop.execute(plan(shop), journal());
            assertThatThrownBy(() -> other.undo(journal())).hasMessageContaining("was written for another database");
            assertThatThrownBy(() -> other.resume(journal())).hasMessageContaining("was written for another database");
            assertThat(other.backfill().journals(folder)).isEmpty();
        }
    }

    @Test
    void aJournalThatIsBeingWrittenIsRefused() {
        try (Workshop shop = new Workshop(ITEMS)) {
            shop.execute(plan(shop), journal());
            try (Journal first = Journal.append(JournalFile.read(journal()))) {
                assertThatThrownBy(() -> Journal.append(JournalFile.read(journal())))
                        .hasMessageContaining("Another program is writing the journal");
                first.note(new JournalLine.Ended(false, true));
            }
            assertThat(shop.undo(journal()).undone()).isEqualTo(2000);
        }
    }

    @Test
    void aBatchThatCannotBeJournalledIsNotCommitted() throws Exception {
        try (Workshop shop = new Workshop(ITEMS)) {
            Path plan = Files.writeString(folder.resolve("plan"), PlanFile.write(plan(shop)));
            Process limited = new ProcessBuilder(
                            "bash",
                            "-c",
                            "ulimit -f 4; trap '' XFSZ; exec \"$0\" \"$@\"",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:-UsePerfData",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            CrashingRun.class.getName(),
                            "run",
                            shop.database.url(),
                            plan.toString(),
                            journal().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(limited.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(limited.waitFor()).as(said).isNotZero();
            assertThat(said).contains("cannot be written");

            JournalFile left = JournalFile.read(journal());
            long journalled = left.batches().values().stream()
                    .mapToLong(JournalFile.Batch::rows)
                    .sum();
            assertThat(Long.parseLong(shop.value("SELECT count(tenant_id) FROM item")))
                    .as("not one row more than the journal has")
                    .isEqualTo(journalled)
                    .isBetween(1L, 1999L);
            assertThat(shop.resume(journal()).set()).isEqualTo(2000);
            assertThat(shop.undo(journal()).undone()).isEqualTo(2000);
        }
    }

    @Test
    void theFolderTellsHowEachBackFillStands() throws IOException {
        try (Workshop shop = new Workshop(ITEMS)) {
            Backfill backfill = shop.backfill();
            Files.writeString(folder.resolve("broken.journal"), "{");
            Control control = new Control();
            backfill.execute(plan(shop), journal(), control, at -> {
                assertThat(backfill.journals(folder))
                        .extracting(JournalState::state)
                        .containsExactly(State.RUNNING);
                control.stop();
            });
            assertState(shop, State.STOPPED, 100, 0);
            Files.writeString(
                    journal(),
                    Files.readString(journal())
                            .lines()
                            .filter(line -> !line.contains("\"ended\""))
                            .collect(java.util.stream.Collectors.joining("\n", "", "\n")),
                    StandardOpenOption.TRUNCATE_EXISTING);
            assertState(shop, State.INTERRUPTED, 100, 0);
            shop.resume(journal());
            assertState(shop, State.COMPLETE, 2000, 0);
            shop.undo(journal());
            assertState(shop, State.UNDONE, 2000, 2000);
        }
    }

    private void assertState(Workshop shop, State state, long done, long undone) {
        assertThat(shop.backfill().journals(folder)).singleElement().satisfies(journal -> {
            assertThat(journal.state()).isEqualTo(state);
            assertThat(journal.done()).isEqualTo(done);
            assertThat(journal.undone()).isEqualTo(undone);
            assertThat(journal.planned()).isEqualTo(2000);
        });
    }

    @Test
    void aTransactionNumberGivenToSomebodyElseProvesNothing() throws IOException {
        try (Workshop shop = new Workshop(ITEMS)) {
            Control control = new Control();
            shop.backfill().execute(plan(shop), journal(), control, at -> control.stop());
            // As after a crash of the server: a batch was announced, was lost, and its number went to another
            // transaction.
            String number = shop.link.write("test", session -> {
                String transaction = session.list(
                                dev.partywall.connect.Sql.of("SELECT pg_current_xact_id()::text"), row -> row.get(1))
                        .getFirst();
                session.commit();
                return transaction;
            });
            Files.writeString(
                    journal(),
                    "{\"line\":\"batch\",\"number\":2,\"table\":0,\"transaction\":" + number
                            + ",\"rows\":[{\"tenant\":\"acme\",\"keys\":[[\"1500\",\"1501\"]],\"copies\":null}]}\n",
                    StandardOpenOption.APPEND);
            assertThat(shop.resume(journal()).set()).isEqualTo(2000);
            UndoOutcome undone = shop.undo(journal());
            assertThat(undone.complete()).isTrue();
            assertThat(undone.undone()).isEqualTo(2000);
        }
    }

    @Test
    void aSettingThatWouldLoseCommitsIsOverruled() {
        try (Workshop shop = new Workshop(ITEMS)) {
            String setting = shop.link.write("test", session -> {
                session.execute(dev.partywall.connect.Sql.of("SET LOCAL synchronous_commit = off"));
                Committer.begin(session, java.time.Duration.ofSeconds(1), false);
                return session.list(dev.partywall.connect.Sql.of("SHOW synchronous_commit"), row -> row.get(1))
                        .getFirst();
            });
            assertThat(setting).isEqualTo("local");
        }
    }
}
