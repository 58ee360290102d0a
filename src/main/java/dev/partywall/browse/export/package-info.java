/** Rows written to files: streamed, whole or not at all, with a note of whose eyes saw them. */
@NullMarked
package dev.partywall.browse.export;

import org.jspecify.annotations.NullMarked;
