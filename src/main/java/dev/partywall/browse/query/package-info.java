/** One typed query, through the lens. */
@NullMarked
package dev.partywall.browse.query;

import org.jspecify.annotations.NullMarked;
