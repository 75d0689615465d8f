/** Many runs from one file: {@code sweep:}. */
@NullMarked
package org.layerwise.experiment.internal.sweep;

import org.jspecify.annotations.NullMarked;
