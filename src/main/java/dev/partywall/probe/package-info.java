/** Attempts made as one tenant against another, each undone, each with its control. */
@NullMarked
package dev.partywall.probe;

import org.jspecify.annotations.NullMarked;
