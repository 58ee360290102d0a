package dev.partywall.expression;

/** Whether two values that are not NULL are equal. */
final class Equality {
    private final Knowledge knowledge;

    Equality(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Values of(Value a, Value b) {
        if (a instanceof Value.Id left && b instanceof Value.Id right) {
            return ids(left, right);
        }
        if (a instanceof Value.Id id && b instanceof Value.Text text) {
            return idAndText(id, text.text());
        }
        if (a instanceof Value.Text text && b instanceof Value.Id id) {
            return idAndText(id, text.text());
        }
        if (a instanceof Value.Text left && b instanceof Value.Text right) {
            return Values.of(left.text().equals(right.text()));
        }
        if (a instanceof Value.Many left && b instanceof Value.Many right) {
            return arrays(left, right);
        }
        return a instanceof Value.Bool && b instanceof Value.Bool ? Values.of(a.equals(b)) : Values.EITHER;
    }

    /** Arrays of one item each are as equal as the items are. */
    private Values arrays(Value.Many a, Value.Many b) {
        if (a.items().size() != 1 || b.items().size() != 1) {
            return Values.EITHER.because(Cause.Kind.UNREAD, "arrays");
        }
        Value left = a.items().iterator().next();
        Value right = b.items().iterator().next();
        boolean someNull = left.equals(Value.NULL) || right.equals(Value.NULL);
        return someNull ? Values.of(left.equals(right)) : of(left, right);
    }

    private static Values ids(Value.Id a, Value.Id b) {
        boolean sameForm = a.form().equals(b.form())
                || a.form().equals(Value.Id.PRINCIPAL)
                || b.form().equals(Value.Id.PRINCIPAL);
        if (a.own() != b.own()) {
            return sameForm && a.exact() && b.exact()
                    ? Values.of(false)
                    : Values.EITHER.because(Cause.Kind.WEAK, weakest(a, b));
        }
        return sameForm && a.own() ? Values.of(true) : Values.EITHER;
    }

    private static String weakest(Value.Id a, Value.Id b) {
        Value.Id weak = a.exact() || !b.exact() && b.form().length() > a.form().length() ? b : a;
        return weak.plain() ? a.form() : weak.form();
    }

    /** A tenant named in the expression is as good as any, unless it is declared to be everybody's. */
    private Values idAndText(Value.Id id, String text) {
        if (text.isEmpty() || knowledge.isSystemTenant(text)) {
            return id.exact() ? Values.of(false) : Values.EITHER;
        }
        return text.equals(knowledge.user())
                ? Values.EITHER.because(Cause.Kind.ROLE, "current_user")
                : Values.EITHER.because(Cause.Kind.TENANT, text);
    }
}
