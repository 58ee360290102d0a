/** Two snapshots held against each other: what became wider, narrower or merely different. */
@NullMarked
package dev.partywall.ui.compare;

import org.jspecify.annotations.NullMarked;
