/** The built-in listeners that an experiment file can name. */
@NullMarked
package org.layerwise.training.listeners;

import org.jspecify.annotations.NullMarked;
