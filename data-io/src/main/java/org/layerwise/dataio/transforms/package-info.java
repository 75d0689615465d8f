/** Changes to features, fitted on the training part alone. */
@NullMarked
package org.layerwise.dataio.transforms;

import org.jspecify.annotations.NullMarked;
