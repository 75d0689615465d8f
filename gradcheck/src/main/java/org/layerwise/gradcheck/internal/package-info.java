/** Not for use outside this module. */
@NullMarked
package org.layerwise.gradcheck.internal;

import org.jspecify.annotations.NullMarked;
