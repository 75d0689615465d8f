@NullMarked
package org.layerwise.regularizers;

import org.jspecify.annotations.NullMarked;
