package dev.partywall.access;

import dev.partywall.catalog.Function;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs in functions: a policy that calls one says the same and does something else when its body changes, and one
 * that runs as its owner is a way past policies for whoever may execute it.
 */
final class RoutineDiff {
    private final AccessModel old;
    private final AccessModel now;
    private final Collection<String> roles;
    private final Map<String, Function> before = new HashMap<>();
    private final Map<String, Function> after = new HashMap<>();

    RoutineDiff(AccessModel old, AccessModel now, Collection<String> roles) {
        this.old = old;
        this.now = now;
        this.roles = roles;
        old.snapshot().functions().forEach(function -> before.put(function.signature(), function));
        now.snapshot().functions().forEach(function -> after.put(function.signature(), function));
    }

    void compare(List<Change> changes) {
        Set<String> signatures = new TreeSet<>(before.keySet());
        signatures.addAll(after.keySet());
        for (String signature : signatures) {
            Function was = before.get(signature);
            Function is = after.get(signature);
            if (was != null && is != null) {
                definition("function " + signature + ": ", was, is, changes);
            }
            roles.forEach(role -> execution(role, was, is, "may run " + signature + " as its owner", changes));
        }
    }

    private static void definition(String what, Function was, Function is, List<Change> changes) {
        text(what + "body", was.body(), is.body(), changes);
        text(what + "language", was.language(), is.language(), changes);
        text(what + "owner", was.owner(), is.owner(), changes);
        text(what + "returns", was.returns(), is.returns(), changes);
        text(what + "runs as", runsAs(was), runsAs(is), changes);
        text(what + "volatility", was.volatility().name(), is.volatility().name(), changes);
        text(what + "leakproof", String.valueOf(was.leakproof()), String.valueOf(is.leakproof()), changes);
        text(what + "settings", String.join(", ", was.settings()), String.join(", ", is.settings()), changes);
    }

    private static String runsAs(Function function) {
        return function.securityDefiner() ? "its owner" : "who calls it";
    }

    private static void text(String what, @Nullable String was, @Nullable String is, List<Change> changes) {
        String before = was == null ? "" : was;
        String after = is == null ? "" : is;
        if (!before.equals(after)) {
            changes.add(Change.replaced(null, what, before, after));
        }
    }

    private void execution(
            String role, @Nullable Function was, @Nullable Function is, String what, List<Change> changes) {
        boolean could = was != null && runsAsOwner(old, role, was);
        boolean can = is != null && runsAsOwner(now, role, is);
        if (could != can) {
            changes.add(Change.toggled(can, role, null, what));
        }
    }

    private static boolean runsAsOwner(AccessModel model, String role, Function function) {
        return function.securityDefiner()
                && model.snapshot().role(role).isPresent()
                && model.privileges().mayExecute(role, function);
    }
}
