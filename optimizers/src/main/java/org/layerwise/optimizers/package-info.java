@NullMarked
package org.layerwise.optimizers;

import org.jspecify.annotations.NullMarked;
