/** Proves gradients by finite differences: of any function, and of any network. */
@NullMarked
package org.layerwise.gradcheck;

import org.jspecify.annotations.NullMarked;
