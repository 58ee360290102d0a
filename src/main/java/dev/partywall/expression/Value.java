package dev.partywall.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What an expression may evaluate to, as far as isolation is concerned. */
sealed interface Value {
    Null NULL = new Null();
    Unknown UNKNOWN = new Unknown();

    record Null() implements Value {}

    record Bool(boolean value) implements Value {
        static final Bool TRUE = new Bool(true);
        static final Bool FALSE = new Bool(false);

        static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** A known text or number. */
    record Text(String text) implements Value {}

    /**
     * A tenant's id, or something made of it.
     *
     * @param own the session's tenant, as against another one
     * @param form what was made of it; empty for the id itself
     * @param exact whether two tenants always differ in that form
     */
    record Id(boolean own, String form, boolean exact) implements Value {
        /** Stands for its tenant whatever is done to it: a login name, a principal. */
        static final String PRINCIPAL = "principal";

        static final Id OWN = new Id(true, "", true);
        static final Id FOREIGN = new Id(false, "", true);

        boolean plain() {
            return form.isEmpty() || form.equals(PRINCIPAL);
        }

        Id as(String newForm, boolean stillExact) {
            return form.equals(PRINCIPAL) ? this : new Id(own, form + newForm, exact && stillExact);
        }
    }

    /** A JSON document of claims, in which {@code {tenant}} stands for the session's tenant. */
    record Claims(JsonNode json, String setting) implements Value {}

    /** An array of some of these. */
    record Many(Set<Value> items) implements Value {
        public Many {
            items = Set.copyOf(items);
        }
    }

    /** Anything but NULL. */
    record Unknown() implements Value {}
}
