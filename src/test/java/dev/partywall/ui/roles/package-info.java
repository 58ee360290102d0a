/** Tests of the roles screen. */
@NullMarked
package dev.partywall.ui.roles;

import org.jspecify.annotations.NullMarked;
