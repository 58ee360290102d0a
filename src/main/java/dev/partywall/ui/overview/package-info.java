/** How this database stands, at one glance. */
@NullMarked
package dev.partywall.ui.overview;

import org.jspecify.annotations.NullMarked;
