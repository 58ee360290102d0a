package dev.partywall.advisor.scan;

import dev.partywall.advisor.Finding;
import dev.partywall.connect.Session;
import java.util.List;
import java.util.function.Function;

/** A look made of a name and a function. */
record Question(String about, Function<Session, List<Finding>> asking) implements Scan.Look {
    @Override
    public List<Finding> look(Session bypass) {
        return asking.apply(bypass);
    }
}
