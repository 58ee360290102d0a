/** Partywall: shows whether one tenant can reach another's data. */
@NullMarked
package dev.partywall;

import org.jspecify.annotations.NullMarked;
