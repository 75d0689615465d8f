/** Saved models. */
@NullMarked
package org.layerwise.experiment.internal.model;

import org.jspecify.annotations.NullMarked;
