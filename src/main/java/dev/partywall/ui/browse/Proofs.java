package dev.partywall.ui.browse;

import dev.partywall.access.Inspection;
import dev.partywall.browse.query.QueryAnswer;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.failure.Failure;
import dev.partywall.ui.Proof;
import dev.partywall.ui.Texts;
import dev.partywall.ui.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the server said of itself into the proof strip, and says where it differs from what was asked. */
final class Proofs {
    private Proofs() {}

    static Proof of(Inspection found, Lens lens, Relation relation, Seen seen) {
        return proof(lens, seen, differs(found, lens, relation, seen.attestation()));
    }

    /** Of a plan, which brings no rows. */
    static Proof of(Inspection found, Lens lens, Relation relation, Attestation said) {
        boolean broken = differs(found, lens, relation, said);
        return new Proof(facts(lens, said, broken), broken);
    }

    /** Of a query, which reads no one relation. */
    static Proof of(Inspection found, Lens lens, QueryAnswer answer) {
        Attestation said = answer.attestation();
        Map<String, @Nullable String> settings = new LinkedHashMap<>(said.settings());
        settings.keySet().retainAll(found.tenancy().settings().keySet());
        Attestation told = new Attestation(
                said.sessionUser(),
                said.currentUser(),
                said.superuser(),
                said.bypassRls(),
                settings,
                said.rowSecurityActive(),
                said.transactionReadOnly(),
                said.backendPid());
        QueryAnswer shown = new QueryAnswer(answer.table(), told, answer.took());
        return proof(lens, Seen.of(shown), !said.transactionReadOnly());
    }

    /** Of rows that did not come. What made no sense to ask proves nothing against the server. */
    static @Nullable Proof of(Trouble trouble) {
        boolean asked = trouble.cause() instanceof Failure failure && failure.kind() == Failure.Kind.USAGE;
        return asked ? null : new Proof(List.of(Texts.say("proof.norows"), trouble.message()), true);
    }

    private static Proof proof(Lens lens, Seen seen, boolean broken) {
        List<String> facts = facts(lens, seen.attestation(), broken);
        if (seen.took() != null) {
            facts.add(Texts.say("proof.took", seen.took().toMillis()));
        }
        facts.add(Texts.count("proof.rows", seen.table().rows().size()));
        return new Proof(facts, broken);
    }

    private static List<String> facts(Lens lens, Attestation said, boolean broken) {
        List<String> facts = new ArrayList<>();
        if (broken) {
            facts.add(Texts.say("proof.differs"));
        }
        facts.add(Texts.say("proof.ran", said.currentUser()));
        said.settings()
                .forEach((name, value) -> facts.add(
                        value == null ? Texts.say("proof.unset", name) : Texts.say("proof.setting", name, value)));
        if (said.rowSecurityActive() != null) {
            facts.add(security(said, lens));
        }
        facts.add(Texts.say(said.transactionReadOnly() ? "proof.readonly" : "proof.writable"));
        return facts;
    }

    private static String security(Attestation said, Lens lens) {
        if (Boolean.TRUE.equals(said.rowSecurityActive())) {
            return Texts.say("proof.active");
        }
        return Texts.say(lens instanceof Lens.Everyone ? "proof.bypassed" : "proof.inactive");
    }

    /** The link has checked user and settings; here: whether row security stands as the catalogue says it does. */
    private static boolean differs(Inspection found, Lens lens, Relation relation, Attestation said) {
        if (!said.transactionReadOnly()) {
            return true;
        }
        if (lens instanceof Lens.Everyone || said.rowSecurityActive() == null || !relation.isTable()) {
            return false;
        }
        return said.rowSecurityActive() != found.access().rowSecurityActive(said.currentUser(), relation.name());
    }
}
