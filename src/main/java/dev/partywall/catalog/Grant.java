package dev.partywall.catalog;

/**
 * One privilege given to one grantee. An owner's own rights are listed like any other, whether or not the catalogue
 * stores them ({@code acldefault} is applied).
 *
 * @param grantee a role, or {@link #PUBLIC}
 */
public record Grant(String grantee, String grantor, Privilege privilege, boolean grantable) {
    /** Everybody. No role can bear this name. */
    public static final String PUBLIC = "public";

    public boolean toPublic() {
        return grantee.equals(PUBLIC);
    }
}
