/** What outsiders do with Layerwise, tried on what was just built. */
@NullMarked
package org.layerwise.consumers;

import org.jspecify.annotations.NullMarked;
