/** Giving rows without a tenant their tenant. */
@NullMarked
package dev.partywall.ui.backfill;

import org.jspecify.annotations.NullMarked;
