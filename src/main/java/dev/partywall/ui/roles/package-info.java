/** Roles, their memberships as a picture, and what goes past row security. */
@NullMarked
package dev.partywall.ui.roles;

import org.jspecify.annotations.NullMarked;
