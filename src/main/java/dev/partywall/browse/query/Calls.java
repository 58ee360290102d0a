package dev.partywall.browse.query;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.connect.SqlFiles;
import dev.partywall.failure.Failure;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever a query calls, through functions, aggregates, operators and views. A query may set the tenant to another and
 * back within itself, which no attestation before or after it would notice: so nothing that sets anything, runs a text as SQL, or
 * acts outside the transaction is called at all.
 */
final class Calls {
    private static final String LOOK_UP = SqlFiles.read(Calls.class, "called.sql");
    private static final Set<String> ACTS = Set.of("set", "reset", "execute", "discard", "notify", "listen");

    private final CatalogSnapshot snapshot;
    private final Session session;
    private final Set<String> settings;
    private final Set<String> known = new HashSet<>();

    /** @param settings by which this database tells tenants apart */
    Calls(CatalogSnapshot snapshot, Session session, Set<String> settings) {
        this.snapshot = snapshot;
        this.session = session;
        this.settings = settings;
    }

    /** @throws Failure naming what the query must not call */
    void check(List<Word> words) {
        Set<String> open = new LinkedHashSet<>(names(words));
        Set<String> operators = new HashSet<>();
        words.stream().filter(word -> word.kind() == Word.Kind.OPERATOR).forEach(word -> operators.add(word.text()));
        while (!open.isEmpty()) {
            known.addAll(open);
            Set<String> further = new LinkedHashSet<>();
            inViews(open).forEach(further::addAll);
            for (Called called : lookedUp(open, operators)) {
                further.addAll(calledBy(called));
            }
            further.removeAll(known);
            operators.clear();
            open = further;
        }
    }

    /** Every name may be a function's: {@code row.function} calls one, too. */
    private static Set<String> names(List<Word> words) {
        Set<String> names = new LinkedHashSet<>();
        words.stream().filter(Word::isName).forEach(word -> names.add(word.text()));
        return names;
    }

    private Stream<Set<String>> inViews(Set<String> names) {
        return snapshot.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.VIEW
                        && names.contains(relation.name().name()))
                .map(relation -> Objects.requireNonNull(relation.view()))
                .map(view -> names(Scanner.words(view.definition())));
    }

    private List<Called> lookedUp(Set<String> names, Set<String> operators) {
        return session.list(Sql.of(LOOK_UP, array(names), array(operators)), Called::of);
    }

    private static String array(Set<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private Set<String> calledBy(Called called) {
        if (!called.isHarmless() || sets(called)) {
            throw refused(called, "");
        }
        Set<String> calls = new LinkedHashSet<>(called.parts());
        if (called.isOpen() && !called.isAggregate()) {
            List<Word> body = Scanner.words(called.body());
            body.stream()
                    .filter(word -> word.kind() == Word.Kind.NAME && ACTS.contains(word.text()))
                    .findFirst()
                    .ifPresent(word -> {
                        throw refused(called, ", which uses " + word.text().toUpperCase(Locale.ROOT));
                    });
            calls.addAll(names(body));
        }
        return calls;
    }

    private boolean sets(Called called) {
        String set = called.settings().toLowerCase(Locale.ROOT);
        return settings.stream().anyMatch(name -> set.contains(name.toLowerCase(Locale.ROOT) + "="))
                || set.contains("role=")
                || set.contains("row_security=");
    }

    private static Failure refused(Called called, String because) {
        return Failure.usage(
                "The query calls " + called.name() + because
                        + ": it may change who looks, or act outside the query, so it is not sent.",
                "Leave the call out.");
    }
}
