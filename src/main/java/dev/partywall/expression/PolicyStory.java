package dev.partywall.expression;

import dev.partywall.catalog.Command;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Policy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a policy does in words that a support person can follow. The functions it uses are opened in place. */
public final class PolicyStory {
    private final Knowledge knowledge;

    public PolicyStory(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** One sentence a line: for whom, which rows may be seen, which may be written. */
    public List<String> of(Policy policy) {
        List<String> sentences = new ArrayList<>();
        sentences.add(scope(policy));
        if (policy.using() != null) {
            sentences.add("Rows pass where " + words(policy.using()) + ".");
        }
        if (policy.command() != Command.SELECT && policy.command() != Command.DELETE) {
            sentences.add(check(policy));
        }
        return sentences;
    }

    /** A condition in words, to be read after "where". */
    public String words(String condition) {
        return Wording.of(knowledge.read(condition));
    }

    private static String scope(Policy policy) {
        String who = policy.roles().contains(Grant.PUBLIC) ? "everybody" : String.join(", ", policy.roles());
        String what = switch (policy.command()) {
            case ALL -> "reading, adding, changing and deleting rows";
            case SELECT -> "reading rows";
            case INSERT -> "adding rows";
            case UPDATE -> "changing rows";
            case DELETE -> "deleting rows";
        };
        return policy.permissive()
                ? "Allows " + who + " " + what + "; other policies may allow more."
                : "Narrows " + what + " for " + who + ", whatever other policies allow.";
    }

    private String check(Policy policy) {
        @Nullable String check = policy.withCheck();
        if (check == null && policy.command() == Command.INSERT) {
            return policy.permissive() ? "No new row passes: it has no WITH CHECK." : "New rows are not narrowed.";
        }
        return check == null || check.equals(policy.using())
                ? "New and changed rows must satisfy the same."
                : "New and changed rows pass where " + words(check) + ".";
    }
}
