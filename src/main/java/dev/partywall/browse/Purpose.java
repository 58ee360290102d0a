package dev.partywall.browse;

import dev.partywall.connect.Lens;

/** What the activity log says of a read. */
final class Purpose {
    private Purpose() {}

    static String of(String what, PageRequest request, Lens lens) {
        return what + " " + request.relation() + " " + who(lens);
    }

    static String who(Lens lens) {
        return switch (lens) {
            case Lens.Tenant tenant -> "as " + tenant.id();
            case Lens.Nobody nobody -> "as nobody";
            case Lens.Everyone everyone -> "as everyone";
        };
    }
}
