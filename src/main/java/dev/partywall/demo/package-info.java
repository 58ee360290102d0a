/** The embedded PostgreSQL and the sample databases. */
@NullMarked
package dev.partywall.demo;

import org.jspecify.annotations.NullMarked;
