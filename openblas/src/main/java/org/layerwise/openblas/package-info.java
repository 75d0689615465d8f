/** The native matrix product: importing this module is all; {@code core} finds it. */
@NullMarked
package org.layerwise.openblas;

import org.jspecify.annotations.NullMarked;
