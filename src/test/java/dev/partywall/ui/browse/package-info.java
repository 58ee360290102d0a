/** Tests of the browse screen. */
@NullMarked
package dev.partywall.ui.browse;

import org.jspecify.annotations.NullMarked;
