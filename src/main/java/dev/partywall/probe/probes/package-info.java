/** One class and one page per probe. */
@NullMarked
package dev.partywall.probe.probes;

import org.jspecify.annotations.NullMarked;
