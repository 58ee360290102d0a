/** The command line: thin commands over the engine. */
@NullMarked
package dev.partywall.cli;

import org.jspecify.annotations.NullMarked;
