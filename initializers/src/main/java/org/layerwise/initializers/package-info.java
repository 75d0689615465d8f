@NullMarked
package org.layerwise.initializers;

import org.jspecify.annotations.NullMarked;
