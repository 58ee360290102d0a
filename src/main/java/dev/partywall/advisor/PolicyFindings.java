package dev.partywall.advisor;

import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Policy;

/** Puts findings about policies into words. */
public final class PolicyFindings {
    private PolicyFindings() {}

    public static ObjectRef object(ReviewedPolicy policy) {
        return ObjectRef.partOf(
                policy.table().name(), ObjectRef.Kind.POLICY, policy.policy().name());
    }

    /** The policy as evidence: who it applies to, for what, and the condition meant. */
    public static String evidence(ReviewedPolicy policy, String condition) {
        Policy of = policy.policy();
        return "Policy " + of.name() + " on " + policy.table().name() + " ("
                + (of.permissive() ? "permissive" : "restrictive") + ", " + of.command() + ", to "
                + String.join(", ", of.roles()) + "): " + condition;
    }

    /** A finding about a hole. */
    public static Finding of(Hole hole, Severity severity, String title, String detail, String fix) {
        return new Finding(
                hole.word(),
                severity,
                Direction.FAIL_OPEN,
                object(hole.policy()),
                title,
                detail + " Through it a tenant can " + hole.consequence() + ".",
                evidence(hole.policy(), hole.condition()),
                fix);
    }
}
