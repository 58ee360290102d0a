/** What a role can do to each table, and the policies behind it. */
@NullMarked
package dev.partywall.ui.policies;

import org.jspecify.annotations.NullMarked;
