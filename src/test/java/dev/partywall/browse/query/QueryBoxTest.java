package dev.partywall.browse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.failure.Failure;
import dev.partywall.testing.Shop;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises 2 and 3 for text that a person typed. */
class QueryBoxTest {
    private static final Lens.Tenant ACME = new Lens.Tenant("acme");

    private static Link link;
    private static Inspection inspection;
    private static QueryBox box;

    @BeforeAll
    static void open() {
        Shop shop = Shop.create();
        shop.database().execute("""
                SET search_path = shop;
                CREATE FUNCTION switch_to(t text) RETURNS text STABLE LANGUAGE sql AS $$ SELECT set_config('app.tenant', t, true) $$;
                CREATE FUNCTION switch_deep(t text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN shop.switch_to(t); END $$;
                CREATE FUNCTION run(t text) RETURNS text STABLE LANGUAGE plpgsql AS $$ DECLARE r text; BEGIN EXECUTE t INTO r; RETURN r; END $$;
                CREATE FUNCTION as_globex() RETURNS bigint LANGUAGE sql SET app.tenant = 'globex' AS $$ SELECT count(*) FROM shop.ord $$;
                CREATE FUNCTION of_row(o ord) RETURNS text LANGUAGE sql AS $$ SELECT set_config('app.tenant', 'globex', true) $$;
                CREATE FUNCTION concat_setting(a text, b text) RETURNS text LANGUAGE sql AS $$ SELECT set_config('app.tenant', b, true) $$;
                CREATE OPERATOR <<<>>> (LEFTARG = text, RIGHTARG = text, FUNCTION = concat_setting);
                CREATE AGGREGATE last_setting (text) (SFUNC = concat_setting, STYPE = text);
                CREATE FUNCTION to_globex(t text) RETURNS int LANGUAGE sql AS $$ SELECT length(set_config('app.tenant', t, true)) $$;
                CREATE VIEW switching AS SELECT set_config('app.tenant', 'globex', true) AS s;
                CREATE VIEW over_switching AS SELECT * FROM switching;
                CREATE FUNCTION doubled(n int) RETURNS int LANGUAGE sql AS $$ SELECT n * 2 $$;
                CREATE SEQUENCE counter;
                GRANT pg_read_all_stats TO shop_bypass;
                GRANT ALL ON ALL TABLES IN SCHEMA shop TO shop_app, shop_bypass;
                GRANT ALL ON ALL SEQUENCES IN SCHEMA shop TO shop_app, shop_bypass;
                """);
        link = Link.open(shop.profile());
        inspection = Inspector.inspect(link);
        box = new QueryBox(link, inspection);
    }

    @AfterAll
    static void close() {
        link.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from shop.ord",
                "  /* a /* nested */ comment ' */ select count(*) from shop.ord -- the end",
                "(select count(*) from shop.ord);",
                "with o as (select * from shop.ord) select count(*) from o;;",
                "select count(*) from shop.ord where doc ? 'n' or note = $x$;$x$ or note = E'\\';' or note = ';' or true",
                "select count(*) from shop.ord as \"set_it;\" where shop.doubled(id) = id * 2",
                "select count(*) from shop.ord where random() >= 0 and now() is not null"
            })
    void aQueryIsBoundToItsLens(String text) {
        QueryAnswer answer = box.run(ACME, text, 10);
        assertThat(answer.table().rows()).hasSize(1);
        assertThat(answer.table().rows().getFirst()).containsExactly("20");
        assertThat(answer.attestation().currentUser()).isEqualTo("shop_app");
        assertThat(answer.attestation().settings()).containsEntry("app.tenant", "acme");
        assertThat(answer.attestation().transactionReadOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('app.tenant', 'globex', true), id from shop.ord",
                "with a as materialized (select set_config('app.tenant','globex',true)), b as materialized (select o.* from a, shop.ord o),"
                        + " c as materialized (select set_config('app.tenant','acme',true) from b) select * from b, c",
                "select pg_catalog.set_config('app.tenant', 'globex', true)",
                "select \"set_config\"('app.tenant', 'globex', true)",
                "select U&\"set\\005fconfig\"('app.tenant', 'globex', true)",
                "select SET_CONFIG /* x */ ('app.tenant', 'globex', true)",
                "select /* /* */ ' */ set_config('app.tenant', 'globex', true) -- '",
                "select 'a\\', set_config('app.tenant', 'globex', true), ''",
                "select E'\\'' || set_config('app.tenant', 'globex', true) || ''",
                "select $a$ $b$ $a$, set_config('app.tenant', 'globex', true), $b$ $b$",
                "select query_to_xml('select set_config(''app.tenant'', ''globex'', true)', true, true, '')",
                "select ts_stat('select set_config(''app.tenant'', ''globex'', true)::tsvector')",
                "select * from shop.ord limit length(set_config('app.tenant', 'globex', true))",
                "values (set_config('app.tenant', 'globex', true)), ('')",
                "select shop.switch_to('globex')",
                "select shop.switch_deep('globex')",
                "select shop.run('select set_config(''app.tenant'', ''globex'', true)')",
                "select shop.as_globex()",
                "select (o).of_row from shop.ord o",
                "select 'x'::text OPERATOR(shop.<<<>>>) 'globex'::text",
                "select shop.last_setting('globex')",
                "select * from shop.switching",
                "select * from shop.over_switching",
                "table shop.switching",
                "select nextval('shop.counter')",
                "select setval('shop.counter', 5)",
                "select pg_terminate_backend(pg_backend_pid())",
                "select pg_cancel_backend(1)",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock_shared(1)",
                "select pg_sleep(1000)",
                "select pg_notify('a', 'b')",
                "select lo_create(1)",
                "select lo_get(1)",
                "select lo_import('/etc/passwd')",
                "select pg_read_file('/etc/passwd')",
                "select * from pg_ls_dir('/')",
                "select pg_export_snapshot()",
                "select pg_reload_conf()",
                "select pg_stat_reset()"
            })
    void nothingThatActsIsCalled(String text) {
        assertThatThrownBy(() -> box.run(ACME, text, 10))
                .as(text)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "select 1; commit; delete from shop.ord",
                "select 1;/**/;select 2",
                "commit",
                "begin",
                "set app.tenant = 'globex'",
                "set local role shop_bypass",
                "reset all",
                "do $$ begin perform set_config('app.tenant', 'globex', true); end $$",
                "call shop.nothing()",
                "copy shop.ord to stdout",
                "copy (select 1) to program 'id'",
                "insert into shop.ord default values",
                "with x as (insert into shop.ord default values returning *) select * from x",
                "with x as (update shop.ord set note = 'x' returning *) select * from x",
                "with x as (delete from shop.ord returning *) select * from x",
                "with x as (merge into shop.ord using shop.line on false when matched then delete) select 1",
                "with a as (with b as (select 1) delete from shop.ord returning 1) select * from a",
                "with a as (select 1) update pg_settings set setting = 'globex' where name = 'app.tenant'",
                "select * into stolen from shop.ord",
                "select * into temp stolen from shop.ord",
                "select * from shop.ord for update",
                "select * from shop.ord for no key update",
                "select * from shop.ord for share",
                "explain analyze delete from shop.ord",
                "explain (analyze) insert into shop.ord default values",
                "explain analyze create table x as select 1",
                "prepare p as select 1",
                "execute p",
                "declare c cursor for select 1",
                "fetch all from c",
                "listen x",
                "notify x",
                "lock shop.ord",
                "refresh materialized view shop.mv",
                "vacuum",
                "\"select\" 1",
                "select 'never closed",
                "select /* never closed",
                "",
                " -- nothing",
                ";"
            })
    void anythingButOneQueryIsRefused(String text) {
        assertThatThrownBy(() -> box.run(ACME, text, 10)).as(text).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> box.run(new Lens.Everyone(), text, 10))
                .as(text)
                .isInstanceOf(Failure.class);
    }

    @Test
    void whatIsRefusedIsSaidInOneSentence() {
        assertThatThrownBy(() -> box.run(ACME, "select 1; select 2", 10))
                .hasMessage("This holds several statements, and only one is sent.");
        assertThatThrownBy(() -> box.run(ACME, "drop table x", 10))
                .hasMessage("DROP is not a query, and looking only ever reads.");
        assertThatThrownBy(() -> box.run(ACME, "select shop.switch_deep('x')", 10))
                .hasMessageStartingWith("The query calls set_config: it may change who looks");
    }

    @Test
    void moreRowsThanTheLimitAreNotFetched() {
        QueryAnswer answer = box.run(ACME, "select generate_series(1, 1000000000)", 5);
        assertThat(answer.table().rows()).hasSize(5);
        assertThat(answer.table().more()).isTrue();
    }

    @Test
    void aRunningQueryIsCancelledOnTheServer() {
        Cancellation cancellation = new Cancellation();
        QueryBox stopped = new QueryBox(link.stoppedBy(cancellation), inspection);
        Thread person = Thread.ofPlatform().start(() -> {
            while (!running()) {
                Thread.onSpinWait();
            }
            cancellation.cancel();
        });
        assertThatThrownBy(
                        () -> stopped.run(ACME, "select count(*) as forever from generate_series(1, 1000000000000)", 5))
                .isInstanceOf(CancellationException.class);
        assertThat(person).isNotNull();
    }

    private static boolean running() {
        return !box.run(
                        new Lens.Everyone(),
                        "select 1 from pg_stat_activity where query like '%as forever%' and application_name = 'partywall/app' and state = 'active'",
                        1)
                .table()
                .rows()
                .isEmpty();
    }
}
