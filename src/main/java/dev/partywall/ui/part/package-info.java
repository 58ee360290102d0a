/** Small parts several screens are made of. */
@NullMarked
package dev.partywall.ui.part;

import org.jspecify.annotations.NullMarked;
