/** What stands behind the matrix, its products and the elementary functions; nobody else may touch it. */
@NullMarked
package org.layerwise.core.internal;

import org.jspecify.annotations.NullMarked;
