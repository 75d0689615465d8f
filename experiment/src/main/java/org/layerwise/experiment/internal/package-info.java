/** What nobody outside this module may use. */
@NullMarked
package org.layerwise.experiment.internal;

import org.jspecify.annotations.NullMarked;
