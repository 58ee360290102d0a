/** The immutable picture of the system catalogue that rules, access and screens work from. */
@NullMarked
package dev.partywall.catalog;

import org.jspecify.annotations.NullMarked;
