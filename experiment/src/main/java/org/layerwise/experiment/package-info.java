/** From an experiment file to a run: reading, checking, wiring, running, and the folder that is left. */
@NullMarked
package org.layerwise.experiment;

import org.jspecify.annotations.NullMarked;
