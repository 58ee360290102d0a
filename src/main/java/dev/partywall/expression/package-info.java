/** Policy expressions as PostgreSQL prints them: parsed, and evaluated with what is known of a session. */
@NullMarked
package dev.partywall.expression;

import org.jspecify.annotations.NullMarked;
