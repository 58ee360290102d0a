/** Findings, worst first, with evidence and fix. */
@NullMarked
package dev.partywall.ui.advisor;

import org.jspecify.annotations.NullMarked;
