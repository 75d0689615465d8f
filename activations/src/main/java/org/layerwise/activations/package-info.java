@NullMarked
package org.layerwise.activations;

import org.jspecify.annotations.NullMarked;
