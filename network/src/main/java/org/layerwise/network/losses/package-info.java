/** The losses that Layerwise brings. */
@NullMarked
package org.layerwise.network.losses;

import org.jspecify.annotations.NullMarked;
