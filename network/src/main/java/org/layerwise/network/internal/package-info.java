/** Not for use outside this module. */
@NullMarked
package org.layerwise.network.internal;

import org.jspecify.annotations.NullMarked;
