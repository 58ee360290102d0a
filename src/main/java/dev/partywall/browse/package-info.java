/** Rows of a relation as the lens sees them. */
@NullMarked
package dev.partywall.browse;

import org.jspecify.annotations.NullMarked;
