/** The matrix, its products, random numbers and the plugin contract: all that the other modules share. */
@NullMarked
package org.layerwise.core;

import org.jspecify.annotations.NullMarked;
