@NullMarked
package org.layerwise.dataio;

import org.jspecify.annotations.NullMarked;
