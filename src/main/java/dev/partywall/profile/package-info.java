/** A saved database: where it is, who to be there, and how it tells tenants apart. */
@NullMarked
package dev.partywall.profile;

import org.jspecify.annotations.NullMarked;
