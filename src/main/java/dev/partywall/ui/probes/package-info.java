/** The isolation probe and its verdicts. */
@NullMarked
package dev.partywall.ui.probes;

import org.jspecify.annotations.NullMarked;
