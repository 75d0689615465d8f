/** Not for use outside this module. */
@NullMarked
package org.layerwise.testkit.internal;

import org.jspecify.annotations.NullMarked;
