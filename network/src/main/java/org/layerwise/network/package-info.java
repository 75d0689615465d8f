@NullMarked
package org.layerwise.network;

import org.jspecify.annotations.NullMarked;
