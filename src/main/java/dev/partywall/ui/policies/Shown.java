package dev.partywall.ui.policies;

import dev.partywall.access.AccessKind;
import dev.partywall.ui.Texts;
import java.util.Locale;

/** Which lines of the matrix are shown. */
enum Shown {
    ALL {
        @Override
        boolean admits(Line line) {
            return true;
        }
    },
    EVERYTHING {
        @Override
        boolean admits(Line line) {
            return line.access().values().stream().anyMatch(access -> access.kind() == AccessKind.EVERYTHING);
        }
    },
    FILTERED {
        @Override
        boolean admits(Line line) {
            return line.access().values().stream().anyMatch(access -> access.kind() == AccessKind.ROWS);
        }
    },
    WITHOUT_ROW_SECURITY {
        @Override
        boolean admits(Line line) {
            return line.relation().isTable() && !line.relation().rowSecurity();
        }
    };

    abstract boolean admits(Line line);

    @Override
    public String toString() {
        return Texts.say("policies.shown." + name().toLowerCase(Locale.ROOT));
    }
}
