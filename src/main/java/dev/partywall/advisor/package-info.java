/** Rules over the snapshot and scans over the data; what they report are findings. */
@NullMarked
package dev.partywall.advisor;

import org.jspecify.annotations.NullMarked;
