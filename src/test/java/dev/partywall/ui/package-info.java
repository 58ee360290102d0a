/** Tests of the window, on its real FXML. */
@NullMarked
package dev.partywall.ui;

import org.jspecify.annotations.NullMarked;
