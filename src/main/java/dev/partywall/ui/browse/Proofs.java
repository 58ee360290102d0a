package dev.partywall.ui.browse;

import dev.partywall.access.Inspection;
import dev.partywall.browse.query.QueryAnswer;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.ui.Proof;
import dev.partywall.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/** Turns what the server said of itself into the proof strip, and says where it differs from what was asked. */
final class Proofs {
    private Proofs() {}

    static Proof of(Inspection found, Lens lens, Relation relation, Seen seen) {
        return proof(lens, seen, differs(found, lens, relation, seen.attestation()));
    }

    /** Of a query, which reads no one relation. */
    static Proof of(Lens lens, QueryAnswer answer) {
        return proof(lens, Seen.of(answer), !answer.attestation().transactionReadOnly());
    }

    private static Proof proof(Lens lens, Seen seen, boolean broken) {
        Attestation said = seen.attestation();
        List<String> facts = new ArrayList<>();
        facts.add(Texts.say("proof.ran", said.currentUser()));
        said.settings()
                .forEach((name, value) -> facts.add(
                        value == null ? Texts.say("proof.unset", name) : Texts.say("proof.setting", name, value)));
        if (said.rowSecurityActive() != null) {
            facts.add(security(said, lens));
        }
        facts.add(Texts.say(said.transactionReadOnly() ? "proof.readonly" : "proof.writable"));
        if (seen.took() != null) {
            facts.add(Texts.say("proof.took", seen.took().toMillis()));
        }
        facts.add(Texts.count("proof.rows", seen.table().rows().size()));
        if (broken) {
            facts.addFirst(Texts.say("proof.differs"));
        }
        return new Proof(facts, broken);
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
