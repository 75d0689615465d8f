@NullMarked
package org.layerwise.app;

import org.jspecify.annotations.NullMarked;
