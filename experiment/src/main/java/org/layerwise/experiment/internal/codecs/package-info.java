/** Values with forms of their own in experiment files. */
@NullMarked
package org.layerwise.experiment.internal.codecs;

import org.jspecify.annotations.NullMarked;
