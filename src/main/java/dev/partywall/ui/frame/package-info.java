/** The frame around every screen: header, lens, navigation, notices, proof. */
@NullMarked
package dev.partywall.ui.frame;

import org.jspecify.annotations.NullMarked;
