package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Policy;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether policies tell tenants by the role that is logged in, so that a connection is a tenant's as it is. */
final class LoginDesign {
    private static final Pattern LOGIN =
            Pattern.compile("\\b(current_user|session_user|current_role)\\b", Pattern.CASE_INSENSITIVE);

    private LoginDesign() {}

    static boolean of(Inspection inspection) {
        CatalogSnapshot snapshot = inspection.snapshot();
        return snapshot.relations().stream()
                .filter(relation ->
                        inspection.tenancy().columnOf(relation.name()).isPresent())
                .flatMap(relation -> relation.policies().stream())
                .flatMap(LoginDesign::texts)
                .anyMatch(text -> byLogin(text, snapshot));
    }

    private static Stream<String> texts(Policy policy) {
        return Stream.of(policy.using(), policy.withCheck()).filter(Objects::nonNull);
    }

    /** In the policy itself, or in a function it calls. */
    private static boolean byLogin(String text, CatalogSnapshot snapshot) {
        return LOGIN.matcher(text).find()
                || snapshot.functions().stream()
                        .filter(function -> text.contains(function.name() + "("))
                        .anyMatch(function -> function.body() != null
                                && LOGIN.matcher(function.body()).find());
    }
}
