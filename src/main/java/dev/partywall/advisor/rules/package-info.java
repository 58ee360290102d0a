/** One class per rule, named after the fault, with its page beside it. */
@NullMarked
package dev.partywall.advisor.rules;

import org.jspecify.annotations.NullMarked;
