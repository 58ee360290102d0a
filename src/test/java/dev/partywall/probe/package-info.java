/** Probes tried on a real server: sound and broken by turns. */
@NullMarked
package dev.partywall.probe;

import org.jspecify.annotations.NullMarked;
