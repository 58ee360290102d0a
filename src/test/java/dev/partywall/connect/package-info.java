/** Tests of the connections, on a real server. */
@NullMarked
package dev.partywall.connect;

import org.jspecify.annotations.NullMarked;
