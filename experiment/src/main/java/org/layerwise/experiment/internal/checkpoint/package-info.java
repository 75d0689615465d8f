/** What a run that is interrupted goes on from: its state in files. */
@NullMarked
package org.layerwise.experiment.internal.checkpoint;

import org.jspecify.annotations.NullMarked;
