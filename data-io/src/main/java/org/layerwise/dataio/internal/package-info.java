/** What nobody outside this module may touch. */
@NullMarked
package org.layerwise.dataio.internal;

import org.jspecify.annotations.NullMarked;
