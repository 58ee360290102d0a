/** What the server plans for a lens, beside what it plans for everyone. */
@NullMarked
package dev.partywall.browse.plan;

import org.jspecify.annotations.NullMarked;
