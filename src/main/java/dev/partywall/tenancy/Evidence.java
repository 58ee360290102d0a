package dev.partywall.tenancy;

/**
 * Why a part of the tenancy was taken to be what it is.
 *
 * @param part "setting", "tenantColumn", "registry", ... as the profile names it
 * @param value what was chosen
 * @param reason one plain sentence: "read by 12 of 14 policies"
 */
public record Evidence(String part, String value, String reason) {}
