/** The two connections of a profile, and the sessions through which everything is read or tried. */
@NullMarked
package dev.partywall.connect;

import org.jspecify.annotations.NullMarked;
