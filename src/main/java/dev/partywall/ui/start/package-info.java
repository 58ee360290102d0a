/** The screen before a database is open. */
@NullMarked
package dev.partywall.ui.start;

import org.jspecify.annotations.NullMarked;
