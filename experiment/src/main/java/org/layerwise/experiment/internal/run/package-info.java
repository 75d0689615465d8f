/** The making of a run: data, network, training, run folder. */
@NullMarked
package org.layerwise.experiment.internal.run;

import org.jspecify.annotations.NullMarked;
