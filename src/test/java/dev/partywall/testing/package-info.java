/** What tests share: one real PostgreSQL, fresh databases. */
@NullMarked
package dev.partywall.testing;

import org.jspecify.annotations.NullMarked;
