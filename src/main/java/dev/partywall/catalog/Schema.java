package dev.partywall.catalog;

import java.util.List;

/** A schema, with who may use it and create in it. */
public record Schema(String name, String owner, List<Grant> grants) {
    public Schema {
        grants = List.copyOf(grants);
    }
}
