/** What is said to people when something cannot be done. */
@NullMarked
package dev.partywall.failure;

import org.jspecify.annotations.NullMarked;
