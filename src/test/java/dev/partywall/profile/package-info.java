/** Tests of profiles, connection strings and passwords. */
@NullMarked
package dev.partywall.profile;

import org.jspecify.annotations.NullMarked;
