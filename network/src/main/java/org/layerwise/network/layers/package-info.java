/** The layers that Layerwise brings. */
@NullMarked
package org.layerwise.network.layers;

import org.jspecify.annotations.NullMarked;
