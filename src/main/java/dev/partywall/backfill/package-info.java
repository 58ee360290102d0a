/** Giving rows without a tenant their tenant, so that nothing is lost and everything can be undone. */
@NullMarked
package dev.partywall.backfill;

import org.jspecify.annotations.NullMarked;
