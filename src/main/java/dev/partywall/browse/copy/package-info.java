/** Rows as text to be pasted elsewhere. */
@NullMarked
package dev.partywall.browse.copy;

import org.jspecify.annotations.NullMarked;
