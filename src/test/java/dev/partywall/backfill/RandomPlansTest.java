package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables of any make, plans of any kind, stopped anywhere: each row gets what an independent calculation says, all else stays,
 * and undo brings the start back. {@code -Dpartywall.plans=200} for more of it.
 */
class RandomPlansTest {
    private static final int PLANS = Integer.getInteger("partywall.plans", 8);
    private static final long SEED = Long.getLong("partywall.plans.seed", System.nanoTime());
    private static final String ALL = "SELECT id, i::text FROM item i ORDER BY id";
    private static final String TENANTS = "SELECT id, tenant_id FROM item ORDER BY id";
    private static final String REST = "SELECT id, to_jsonb(i) - 'tenant_id' FROM item i ORDER BY id";
    private static final List<String> TABLES = List.of(
            "(id int PRIMARY KEY, %s)",
            "(\"Key, \"\"odd\"\"\" text DEFAULT gen_random_uuid()::text || ' \"{,\\', id int, %s, PRIMARY KEY (\"Key, \"\"odd\"\"\", id))",
            "(id int, %s)",
            "(id int NOT NULL, %s, UNIQUE (id))",
            "(id int PRIMARY KEY, %s) PARTITION BY RANGE (id);"
                    + " CREATE TABLE item_1 PARTITION OF item FOR VALUES FROM (0) TO (40);"
                    + " CREATE TABLE item_2 PARTITION OF item FOR VALUES FROM (40) TO (100000)",
            "(id int, %s) PARTITION BY LIST (tenant_id);"
                    + " CREATE TABLE item_acme PARTITION OF item FOR VALUES IN ('acme');"
                    + " CREATE TABLE item_rest PARTITION OF item DEFAULT");
    private static final String COLUMNS =
            "tenant_id text, p1 int CONSTRAINT first REFERENCES parent, p2 int CONSTRAINT second REFERENCES parent, rest text";
    private static final List<String> MEDDLING =
            List.of("", "RAISE EXCEPTION 'no';", "NEW.tenant_id := 'initech'; RETURN NEW;", "RETURN NULL;");

    @TempDir
    private Path folder;

    @Test
    void eachRowGetsWhatIsPlannedAndUndoBringsTheStartBack() throws IOException {
        for (int i = 0; i < PLANS; i++) {
            long seed = SEED + i;
            one(new Random(seed), "seed " + seed, folder.resolve("journal-" + i));
        }
        System.out.printf("%d random plans, seed %d%n", PLANS, SEED);
    }

    private void one(Random random, String seed, Path journal) throws IOException {
        int rows = 20 + random.nextInt(180);
        String meddling = MEDDLING.get(random.nextInt(MEDDLING.size()));
        int meddled = random.nextInt(17);
        String kind = TABLES.get(random.nextInt(TABLES.size()));
        try (Workshop shop = new Workshop(script(random, rows, kind, meddling, meddled))) {
            List<String> start = shop.rows(ALL);
            List<String> tenants = shop.rows(TENANTS);
            List<String> rest = shop.rows(REST);
            Map<Integer, String> map = new TreeMap<>();
            String way = way(random, rows, map);
            String what = seed + ": " + kind + " --assign " + way + ", " + meddling;
            Map<Integer, String> expected = expected(shop, way, map);
            Plan plan = shop.plan("item", way).with(batches(random));
            assertThat(plan.tables().getFirst().tenants()).as(what).isEqualTo(counted(expected));
            if (!meddling.isEmpty()) {
                expected.entrySet()
                        .removeIf(row -> row.getKey() % 17 == meddled && !isHarmless(meddling, row.getValue()));
            }

            run(shop, plan, journal, random);

            assertThat(shop.rows(TENANTS)).as(what).isEqualTo(merged(tenants, expected));
            assertThat(shop.rows(REST)).as(what).isEqualTo(rest);
            UndoOutcome undone = shop.undo(journal);
            assertThat(undone.undone()).as(what).isEqualTo(expected.size());
            assertThat(undone.complete()).as(what).isTrue();
            assertThat(shop.rows(ALL)).as(what).isEqualTo(start);
        }
    }

    /** A trigger that gives the very tenant that was planned does no harm. */
    private static boolean isHarmless(String meddling, String tenant) {
        return meddling.startsWith("NEW.") && tenant.equals("initech");
    }

    private static Plan.Batches batches(Random random) {
        int size = 1 + random.nextInt(40);
        return new Plan.Batches(250, size, size);
    }

    private static void run(Workshop shop, Plan plan, Path journal, Random random) {
        stopped(random, control -> shop.backfill().execute(plan, journal, control.control(), control));
        for (int stops = random.nextInt(3); stops > 0; stops--) {
            stopped(random, control -> shop.backfill().resume(journal, control.control(), control));
        }
        shop.resume(journal);
    }

    private static void stopped(Random random, java.util.function.Consumer<StopAfter> run) {
        run.accept(new StopAfter(new Control(), 1 + random.nextInt(6)));
    }

    /** Stops after so many batches. */
    private static final class StopAfter implements java.util.function.Consumer<Progress> {
        private final Control control;
        private int batches;

        StopAfter(Control control, int batches) {
            this.control = control;
            this.batches = batches;
        }

        Control control() {
            return control;
        }

        @Override
        public void accept(Progress progress) {
            if (--batches == 0) {
                control.stop();
            }
        }
    }

    private static String script(Random random, int rows, String kind, String meddling, int meddled) {
        StringBuilder script = new StringBuilder("CREATE TABLE parent (id int PRIMARY KEY, tenant_id text);");
        for (int i = 1; i <= 12; i++) {
            script.append("INSERT INTO parent VALUES (%d, %s);".formatted(i, tenant(random)));
        }
        script.append("CREATE TABLE item ").append(kind.formatted(COLUMNS)).append(';');
        for (int i = 1; i <= rows; i++) {
            String own = random.nextInt(5) == 0 ? tenant(random) : "NULL";
            script.append("INSERT INTO item (id, tenant_id, p1, p2, rest) VALUES (%d, %s, %s, %s, 'r%d');"
                    .formatted(i, own, parent(random), parent(random), random.nextInt(10)));
        }
        if (!meddling.isEmpty()) {
            script.append("""
                    CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                      IF NEW.id %% 17 = %d AND NEW.tenant_id IS NOT NULL THEN %s END IF; RETURN NEW; END $$;
                    CREATE TRIGGER meddle BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION meddle();
                    """.formatted(meddled, meddling));
        }
        return script.toString();
    }

    private static String tenant(Random random) {
        return List.of("'acme'", "'globex'", "'initech'", "NULL").get(random.nextInt(4));
    }

    private static String parent(Random random) {
        return random.nextInt(6) == 0 ? "NULL" : String.valueOf(1 + random.nextInt(12));
    }

    private String way(Random random, int rows, Map<Integer, String> map) throws IOException {
        switch (random.nextInt(5)) {
            case 0:
                return "fixed:globex";
            case 1:
                return "parent:first";
            case 2:
                return "parent";
            case 3:
                return "sql:CASE WHEN id % 3 = 0 THEN 'acme' WHEN id % 3 = 1 THEN 'nobody' END";
            default:
                StringBuilder csv = new StringBuilder("id,tenant_id\n");
                for (int i = 1; i <= rows; i += 1 + random.nextInt(3)) {
                    map.put(i, List.of("acme", "globex").get(random.nextInt(2)));
                    csv.append(i).append(',').append(map.get(i)).append('\n');
                }
                return "map:" + Files.writeString(folder.resolve("map.csv"), csv);
        }
    }

    /** What each row without a tenant is to get, calculated in Java from the rows alone. */
    private static Map<Integer, String> expected(Workshop shop, String way, Map<Integer, String> map) {
        Map<Integer, String> expected = new TreeMap<>();
        for (String row : shop.rows("""
                SELECT i.id, coalesce(i.p1, 0), coalesce(a.tenant_id, ''), coalesce(i.p2, 0), coalesce(b.tenant_id, '')
                FROM item i LEFT JOIN parent a ON a.id = p1 LEFT JOIN parent b ON b.id = p2 WHERE i.tenant_id IS NULL""")) {
            String[] values = row.split("\\|", -1);
            String tenant = tenant(way, values, map);
            if (!tenant.isEmpty()) {
                expected.put(Integer.valueOf(values[0]), tenant);
            }
        }
        return expected;
    }

    private static String tenant(String way, String[] row, Map<Integer, String> map) {
        int id = Integer.parseInt(row[0]);
        if (way.startsWith("map:")) {
            return map.getOrDefault(id, "");
        }
        return switch (way) {
            case "fixed:globex" -> "globex";
            case "parent:first" -> row[2];
            case "parent" -> agreed(row);
            default -> id % 3 == 0 ? "acme" : "";
        };
    }

    private static String agreed(String[] row) {
        boolean first = !row[1].equals("0");
        boolean second = !row[3].equals("0");
        if (first && second) {
            return row[2].equals(row[4]) ? row[2] : "";
        }
        return first ? row[2] : row[4];
    }

    private static Map<String, Long> counted(Map<Integer, String> expected) {
        Map<String, Long> counted = new TreeMap<>();
        expected.values().forEach(tenant -> counted.merge(tenant, 1L, Long::sum));
        return counted;
    }

    private static List<String> merged(List<String> tenants, Map<Integer, String> expected) {
        List<String> merged = new ArrayList<>();
        for (String row : tenants) {
            String[] values = row.split("\\|");
            String tenant = expected.getOrDefault(Integer.valueOf(values[0]), values[1]);
            merged.add(values[0] + "|" + tenant);
        }
        return merged;
    }
}
