@NullMarked
package org.layerwise.training;

import org.jspecify.annotations.NullMarked;
