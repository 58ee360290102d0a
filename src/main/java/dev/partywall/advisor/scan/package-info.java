/** Questions put to the data itself, as the bypass role: one class per scan, named after the fault, with its page. */
@NullMarked
package dev.partywall.advisor.scan;

import org.jspecify.annotations.NullMarked;
