/** The rows, as the lens sees them. */
@NullMarked
package dev.partywall.ui.browse;

import org.jspecify.annotations.NullMarked;
