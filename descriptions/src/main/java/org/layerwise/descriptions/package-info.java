/** Keeps the Javadoc of components beside their classes, so that what is shown to users is what stands in the code. */
@NullMarked
package org.layerwise.descriptions;

import org.jspecify.annotations.NullMarked;
