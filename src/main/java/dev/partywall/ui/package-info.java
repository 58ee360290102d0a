/** The window. */
@NullMarked
package dev.partywall.ui;

import org.jspecify.annotations.NullMarked;
