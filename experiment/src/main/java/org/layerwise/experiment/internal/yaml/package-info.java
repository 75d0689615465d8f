/** The located tree of an experiment file. */
@NullMarked
package org.layerwise.experiment.internal.yaml;

import org.jspecify.annotations.NullMarked;
