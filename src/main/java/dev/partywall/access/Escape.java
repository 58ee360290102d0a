package dev.partywall.access;

import java.util.List;

/**
 * A way by which a role comes past row security without the help of anybody else.
 *
 * @param role where it ends
 * @param gain what it then has
 * @param detail the gain in words: {@code owns 3 tables, public.orders first}
 * @param steps from the role that was asked about; empty when that role has the gain itself
 */
public record Escape(String role, Gain gain, String detail, List<Step> steps) {
    /** What is at the end of a way, the worst first. */
    public enum Gain {
        SUPERUSER,
        /** Files or programs of the server, hence everything (PostgreSQL 18, section 21.5). */
        SERVER,
        BYPASSRLS,
        /** Reads the write-ahead log, which holds every row. */
        REPLICATION,
        /** May switch row security off, whether it is forced or not. */
        OWNER
    }

    /** How one role comes to the next. */
    public enum Means {
        /** Has its rights at once. */
        INHERITS,
        SET_ROLE,
        /** Grants the role to itself by ADMIN OPTION, then SET ROLE. */
        GRANT_BY_ADMIN_OPTION,
        /** Grants the role to itself by CREATEROLE, up to PostgreSQL 15, then SET ROLE. */
        GRANT_BY_CREATEROLE
    }

    /** One step. */
    public record Step(Means means, String from, String to) {
        /** In words: {@code shop_app may SET ROLE ops}. */
        public String words() {
            return switch (means) {
                case INHERITS -> from + " has the rights of " + to;
                case SET_ROLE -> from + " may SET ROLE " + to;
                case GRANT_BY_ADMIN_OPTION -> from + " may grant itself " + to + " (ADMIN OPTION)";
                case GRANT_BY_CREATEROLE -> from + " may grant itself " + to + " (CREATEROLE)";
            };
        }
    }

    public Escape {
        steps = List.copyOf(steps);
    }

    /** In words, one sentence. */
    public String words() {
        String way = String.join(", ", steps.stream().map(Step::words).toList());
        return way.isEmpty() ? role + " " + detail + "." : way + ", which " + detail + ".";
    }
}
