/** What a role can really do to a relation, and why. */
@NullMarked
package dev.partywall.access;

import org.jspecify.annotations.NullMarked;
