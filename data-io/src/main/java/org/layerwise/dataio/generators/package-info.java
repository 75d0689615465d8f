/** Data sets that are computed: points in the plane and other small problems. */
@NullMarked
package org.layerwise.dataio.generators;

import org.jspecify.annotations.NullMarked;
