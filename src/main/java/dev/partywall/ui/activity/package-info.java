/** What Partywall did on the server. */
@NullMarked
package dev.partywall.ui.activity;

import org.jspecify.annotations.NullMarked;
