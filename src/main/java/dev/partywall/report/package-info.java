/** What a run found, and the formats it is written in. */
@NullMarked
package dev.partywall.report;

import org.jspecify.annotations.NullMarked;
