/** Between located trees and records. */
@NullMarked
package org.layerwise.experiment.internal.binding;

import org.jspecify.annotations.NullMarked;
